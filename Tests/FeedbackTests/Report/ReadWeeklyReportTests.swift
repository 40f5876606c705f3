import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Feedback

struct ReadWeeklyReportTests {
    private func figures(_ desk: Desk, _ week: Week? = nil) async throws -> ReportFigures {
        let reply = try await desk.call(ReadWeeklyReport(week: week), as: desk.staff())
        return try #require(reply.figures)
    }

    private func value(_ name: FigureName, _ report: ReportFigures) -> Int64? { report[name]?.value.wire }

    /// One event of each kind, each with its place in the report.
    @Test(arguments: TestEngine.allCases)
    func countsEveryKindOfEvent(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let week = Week(of: desk.clock.now.day)
            try await tellOfPeople(desk)
            try await tellOfIdeas(desk)
            try await tellOfRewards(desk)
            desk.clock.set(week.end)
            let report = try await figures(desk)
            let expected: [FigureName: Int64] = [
                .invited: 1, .registered: 2, .confirmed: 2, .completed: 1, .active: 4, .visits: 2, .ideasSubmitted: 1,
                .comments: 1, .ballots: 1, .campaignsOpened: 1, .campaignsDecided: 1, .ideasSelected: 1,
                .ideasAnswered: 2, .ideasAcknowledged: 0, .ideasUnderReview: 0, .ideasPlanned: 1, .ideasInProgress: 0,
                .ideasShipped: 0, .ideasDeclined: 1, .pointsAwarded: 300, .pointsRedeemed: 150, .pointsNet: 150,
                .redemptions: 2, .fulfilled: 1, .notFulfilled: 1, .received: 0, .firstAnswers: 0, .answeredInTime: 0,
                .open: 0, .overdue: 0, .surveyAnswers: 0,
            ]
            #expect(report.week == week)
            for figure in report.figures {
                #expect(figure.value.wire == expected[figure.name], "\(figure.name.rawValue)")
            }
            #expect(report.figures.count == expected.count)
            #expect(report[.completed]?.share == .wilson(1, of: 2))
            #expect(report.days.map(\.visits.wire) == [2, 0, 0, 0, 0, 0, 0])
            #expect(report.answered.map(\.status) == [.planned, .declined])
            #expect(report.selected.map(\.rank.wire) == [1])
        }
    }

    private func tellOfPeople(_ desk: Desk) async throws {
        let (ines, omar) = (Cast.member("Ines"), Cast.member("Omar"))
        let identity = IdentityInterface.self
        try await desk.deliver(PersonInvited(inviter: .client(Cast.client("shop"))), from: identity)
        for member in [ines, omar] {
            try await desk.deliver(MemberRegistered(member: member, source: .email, inviter: nil), from: identity)
            try await desk.deliver(EmailConfirmed(member: member), from: identity)
        }
        try await desk.deliver(ProfileCompleted(member: ines, customerType: .expert, inviter: nil), from: identity)
        for _ in 0..<2 { try await desk.deliver(MemberSignedIn(member: ines), from: identity) }
        try await desk.deliver(OnboardingStepCompleted(member: omar, step: .discover, isLast: false), from: identity)
    }

    private func tellOfIdeas(_ desk: Desk) async throws {
        let (ines, omar) = (Cast.member("Ines"), Cast.member("Omar"))
        let ideas = IdeasInterface.self
        try await desk.deliver(CampaignOpened(campaign: .example, seal: .example), from: ideas)
        try await desk.deliver(IdeaSubmitted(idea: .example, campaign: .example, author: ines), from: ideas)
        try await desk.deliver(CommentPosted(idea: .example, campaign: .example, author: omar), from: ideas)
        for isFirst in [true, false] {
            try await desk.deliver(BallotCast(campaign: .example, voter: ines, isFirst: isFirst), from: ideas)
        }
        try await desk.deliver(IdeaScored(idea: .example, campaign: .example, expert: Cast.member("Eva")), from: ideas)
        let selected = IdeaSelected(idea: .example, campaign: .example, author: ines, rank: .one)
        try await desk.deliver(selected, from: ideas)
        let decided = CampaignDecided(campaign: .example, seal: .example, result: .example)
        try await desk.deliver(decided, from: ideas)
        for status in [IdeaStatus.planned, .declined] {
            let answered = IdeaAnswered(idea: .example, campaign: .example, author: ines, status: status)
            try await desk.deliver(answered, from: ideas)
        }
    }

    private func tellOfRewards(_ desk: Desk) async throws {
        let theo = Cast.member("Theo")
        let rewards = RewardsInterface.self
        try await desk.deliver(RewardOffered(reward: .example, price: .example), from: rewards)
        for (kind, amount) in [(TransferKind.award, 300), (.hold, 50), (.refund, 9)] as [(TransferKind, Int64)] {
            let moved = PointsMoved(
                transfer: .example,
                kind: kind,
                asset: .points,
                amount: try PointAmount(wire: amount),
                member: theo
            )
            try await desk.deliver(moved, from: rewards)
        }
        for _ in 0..<2 {
            let redeemed = RewardRedeemed(
                redemption: .example,
                reward: .example,
                member: theo,
                units: .one,
                paid: try PointAmount(wire: 75)
            )
            try await desk.deliver(redeemed, from: rewards)
        }
        try await desk.deliver(RewardFulfilled(redemption: .example, reward: .example, member: theo), from: rewards)
    }

    /// Received on Monday: a complaint that is answered in time, one that is answered late and one that is not.
    @Test(arguments: TestEngine.allCases)
    func countsPromisesAsOfTheEndOfTheWeek(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let week = Week(of: desk.clock.now.day)
            desk.clock.set(week.start)
            let ids = try await complaints(3, desk)
            desk.clock.advance(by: .hours(6))
            try await desk.reply(to: ids[0])
            desk.clock.advance(by: .hours(24))
            try await desk.reply(to: ids[1])
            let assign = AssignSubmission(submission: ids[2], team: .example)
            _ = try await desk.call(assign, as: desk.staff())
            desk.clock.set(week.end)
            let first = try await figures(desk, week)
            desk.clock.advance(by: .hours(1))
            try await desk.reply(to: ids[2])
            _ = try await desk.call(AssignSubmission(submission: ids[2], assignee: .example), as: desk.staff())
            var later = try await figures(desk, week)
            later.generatedAt = first.generatedAt
            #expect(later == first)
            #expect(first[.answeredInTime]?.share == .wilson(1, of: 3))
            #expect([.received, .firstAnswers, .open, .overdue].map { value($0, first) } == [3, 2, 1, 1])
            #expect(first.punctuality.map(\.count.wire) == [1, 0, 0, 0, 1, 0, 1])
            #expect(first.overdue.map(\.submission) == [ids[2]])
            #expect(first.overdue.map(\.lateBy) == [.days(6)])
            #expect(first.overdue.map(\.team) == [.example])
            #expect(first.promises[2].medianAnswer == .hours(18))
            #expect(first.promises[2].promise == .hours(24))
            #expect(value(.active, first) == 3)
        }
    }

    private func complaints(_ count: Int, _ desk: Desk) async throws -> [Submission.ID] {
        var ids: [Submission.ID] = []
        for index in 0..<count {
            ids.append(try await desk.submit(.complaint, as: desk.member("Person \(index)")).submission)
        }
        return ids
    }

    @Test(arguments: TestEngine.allCases)
    func comparesWholeWeeksOnly(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let week = Week(of: desk.clock.now.day)
            desk.clock.set(week.start)
            for _ in 0..<12 { try await desk.deliver(MemberSignedIn(member: .example), from: IdentityInterface.self) }
            desk.clock.set(week.end)
            let over = try await figures(desk)
            #expect(over[.visits]?.change?.wire == 12)
            #expect(over[.visits]?.isClear == true)
            #expect(over[.active]?.isClear == false)
            #expect(over[.pointsAwarded]?.isClear == nil)
            try await desk.deliver(MemberSignedIn(member: .example), from: IdentityInterface.self)
            desk.clock.advance(by: .hours(1))
            let running = try await figures(desk, Week(of: desk.clock.now.day))
            #expect(running.asOf == desk.clock.now)
            #expect(value(.visits, running) == 1)
            #expect(running.figures.allSatisfy { $0.previous == nil && $0.change == nil && $0.isClear == nil })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesTheFuture(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let next = Week(of: Day(number: desk.clock.now.day.number + 7))
            await #expect(throws: ReadWeeklyReport.Refusal.weekNotBegun) {
                try await desk.call(ReadWeeklyReport(week: next), as: desk.staff())
            }
        }
    }

    @Test(arguments: ReportFormat.allCases)
    func givesWhatWasAskedFor(format: ReportFormat) async throws {
        try await Desk.run(on: .sqlite) { desk in
            let reply = try await desk.call(ReadWeeklyReport(format: format), as: desk.staff())
            #expect((reply.figures != nil) == (format == .json))
            #expect((reply.text != nil) == (format != .json))
        }
    }
}
