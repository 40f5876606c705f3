import FeedbackAPI
import Hosting
import Models

extension Story {
    func listen() async throws {
        narrator.chapter("Feedback is answered in time")
        let complaint = SubmitFeedback(
            kind: .complaint,
            text: try Prose(wire: "The new filter holder sticks after descaling.")
        )
        let submission = try await call(complaint, as: "Tomasz Wilk").submission
        try await call(
            SubmitFeedback(kind: .question, text: Prose(wire: "Which grinder fits the small model?")),
            as: "Priya Raman"
        )
        try await call(AssignSubmission(submission: submission, team: TeamName(wire: "Quality")))
        try await call(ListInbox())
        var reply = ReplyToSubmission(
            submission: submission,
            text: try Prose(
                wire: "You are right, the ring is too tight: a new one is in the post. Thank you for telling us."
            )
        )
        reply.qualities = [.instrumental, .emotional]
        try await call(reply)
        try await ask()
    }

    private func ask() async throws {
        narrator.chapter("A short questionnaire, with intervals beside its percentages")
        var useful = QuestionDraft(wording: try Sentence(wire: "Is this community useful to you?"), kind: .singleChoice)
        useful.options = try ["Yes", "Partly", "No"].map { try OptionLabel(wire: $0) }
        useful.isRequired = true
        let view = try await call(
            OpenSurvey(
                title: Title(wire: "After the first month"),
                questions: [useful],
                closesAt: WallClock.system.now() + .hours(1)
            )
        )
        for (name, option) in [
            ("Ines Okafor", Int64(1)), ("Tomasz Wilk", 2), ("Jonas Adler", 1), ("Priya Raman", 1), ("Luca Ferri", 1),
        ] {
            let answer = QuestionAnswer(
                question: try QuestionNumber(wire: 1),
                choices: [try OptionNumber(wire: option)]
            )
            try await call(AnswerSurvey(survey: view.survey, answers: [answer]), as: name)
        }
        let table = try await call(ReadFrequencyTable(survey: view.survey))
        for row in table.questions.first?.rows ?? [] {
            guard let share = row.share, let percentage = share.percentage, let low = share.low, let high = share.high
            else { continue }
            let counts = "\(row.label): \(share.count.wire) of \(share.base.wire)"
            narrator.say("\(counts), \(percentage.wire) % (95 %: \(low.wire) to \(high.wire))")
        }
    }

    /// - Returns: the report as HTML, once everything that was told has arrived in it.
    func weeklyReport() async throws -> String {
        narrator.chapter("The weekly report shows it all")
        let week = Week(of: WallClock.system.now().day)
        return try await eventually("a complete weekly report") {
            let figures = try await calling.call(ReadWeeklyReport(week: week, format: .json)).figures
            let expected: [FigureName: Double] = [
                .ideasSubmitted: 5, .ballots: 5, .ideasSelected: 2, .fulfilled: 1, .completed: 7, .surveyAnswers: 5,
            ]
            guard let figures,
                expected.allSatisfy({ name, value in
                    figures.figures.contains { $0.name == name && Double($0.value.wire) == value }
                })
            else { return nil }
            for figure in figures.figures where expected.keys.contains(figure.name) {
                narrator.say("\(figure.title): \(figure.value.wire)")
            }
            return try await calling.call(ReadWeeklyReport(week: week, format: .html)).text?.wire
        }
    }
}
