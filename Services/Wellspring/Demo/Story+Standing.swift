import Models
import RewardsAPI

extension Story {
    func prepareLevels() async throws {
        let levels = try [("friend", "Friend", 50, 1), ("maker", "Maker", 500, 2)].map { key, title, points, times in
            LevelTerms(
                key: try LevelKey(wire: key),
                title: try Title(wire: title),
                points: try Count(wire: Int64(points)),
                contributions: try Count(wire: Int64(times)),
                privileges: [try Privilege(wire: "\(key)-evening")]
            )
        }
        let programme = DefineLevels(
            levels: levels,
            contributions: [.ideaSubmitted, .ballotCast],
            period: try Months(wire: 12),
            downgrade: .oneStep
        )
        try await call(programme)
    }

    func stand() async throws {
        narrator.chapter("What was earned and done makes a level, and a level opens doors")
        let standing = try await call(GetLevel(), as: "Ines Okafor")
        let (points, acts) = (standing.points.wire, standing.contributions.wire)
        narrator.say("\(standing.level?.wire ?? "no level"): \(points) points earned, \(acts) contributions.")
        try await call(GetPrivileges(), as: "Ines Okafor")
    }

    func setAside() async throws {
        narrator.chapter("Points are held, paid in part, and given back")
        guard let member = people["Tomasz Wilk"]?.id else { return }
        let amount = try PointAmount(wire: 40)
        let ticket = try Sentence(wire: "A seat at the tasting evening.")
        let hold = try await call(HoldPoints(member: member, amount: amount, reason: ticket))
        try await call(GetBalance(), as: "Tomasz Wilk")
        let paid = try await call(PostHold(hold: hold.transfer, amount: PointAmount(wire: 30)))
        try await expect(.holdEnded, of: VoidHold(hold: hold.transfer))
        let refund = try Sentence(wire: "The evening was called off.")
        try await call(ReverseTransfer(transfer: paid.transfer, reason: refund))
        try await call(GetBalance(), as: "Tomasz Wilk")
    }

    func learn() async throws {
        narrator.chapter("A course, its test, and a certificate that anybody can verify")
        let lesson = Lesson(
            title: try Title(wire: "Water first"),
            text: try Prose(wire: "Hard water hides what a bean can do. Soften it before anything else.")
        )
        let choices = try ["Before descaling", "Before brewing", "Never"].map { try Sentence(wire: $0) }
        let question = QuestionTerms(
            text: try Sentence(wire: "When is water softened?"),
            choices: choices,
            answer: try Quantity(wire: 2)
        )
        let define = DefineCourse(
            title: try Title(wire: "Brewing, from the water up"),
            about: try Prose(wire: "What water does to coffee, and how to treat it."),
            lessons: [lesson],
            questions: [question]
        )
        let course = try await call(define).course
        try await call(CompleteLesson(course: course, lesson: .one), as: "Priya Raman")
        let result = try await call(SitTest(course: course, answers: [Quantity(wire: 2)]), as: "Priya Raman")
        try await call(ListCertificates(), as: "Priya Raman")
        if let certificate = result.certificate { try await call(GetCertificate(certificate: certificate)) }
        try await call(GetCertificateKeys())
    }
}
