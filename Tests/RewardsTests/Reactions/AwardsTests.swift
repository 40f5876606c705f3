import Contract
import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

private func idea(by member: TestCaller?) -> IdeaSubmitted {
    IdeaSubmitted(idea: .example, campaign: .example, author: member?.member)
}

private func occurrence(_ number: UInt128) -> Occurrence.ID { Occurrence.ID(at: .example, entropy: number) }

@Test(arguments: TestEngine.allCases)
func ruleGivesPointsForAnEvent(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let rule = try await host.rule("idea", .ideaSubmitted, .author, 10)
        try await host.deliver(idea(by: ines), from: IdeasInterface.self)
        try await host.deliver(idea(by: nil), from: IdeasInterface.self)
        #expect(try await host.available(ines) == 10)
        let told = try await host.published(PointsMoved.self)
        #expect(told.map(\.rule) == [rule.id])
        #expect(told.map(\.member) == [ines.member])
        try await host.expectSound()
    }
}

/// Each event of the closed list, each with the people it pays.
@Test(arguments: TestEngine.allCases)
func everyEventOfTheListEarns(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        for (number, event) in EarningEvent.followed.enumerated() {
            for payee in event.payees {
                try await host.rule("r\(number)-\(payee.rawValue)", event, payee, 1 << Int64(number))
            }
        }
        try await host.deliverEach(about: ines.member, invitedBy: omar.actor)
        let single = (1 << Int64(EarningEvent.followed.count)) - 1 - (1 << 2)
        #expect(try await host.available(ines) == Int64(single))
        #expect(try await host.available(omar) == 1 + 4 + 16 + 2 * (1 << 14))
        try await host.expectSound()
    }
}

extension Harness where Service == RewardsService {
    fileprivate func deliverEach(about member: Member.ID, invitedBy inviter: Actor) async throws {
        let identity: [any Event] = [
            MemberRegistered(member: member, source: .invitation, inviter: inviter), EmailConfirmed(member: member),
            PersonInvited(inviter: inviter), PersonInvited(inviter: .client(.example)), MemberSignedIn(member: member),
            ProfileCompleted(member: member, customerType: .leading, inviter: inviter),
            OnboardingStepCompleted(member: member, step: .connect, isLast: true),
        ]
        for event in identity { try await deliver(event, from: IdentityInterface.self) }
        let ideas: [any Event] = [
            IdeaSubmitted(idea: .example, campaign: .example, author: member),
            CommentPosted(idea: .example, campaign: .example, author: member),
            BallotCast(campaign: .example, voter: member, isFirst: true),
            BallotCast(campaign: .example, voter: member, isFirst: false),
            IdeaScored(idea: .example, campaign: .example, expert: member),
            IdeaSelected(idea: .example, campaign: .example, author: member, rank: .one),
            IdeaAnswered(idea: .example, campaign: .example, author: member, status: .shipped),
        ]
        for event in ideas { try await deliver(event, from: IdeasInterface.self) }
        let feedback: [any Event] = [
            FeedbackReceived(submission: .example, member: member, channel: .chat, dueAt: .example),
            SurveyAnswered(survey: .example, member: member),
        ]
        for event in feedback { try await deliver(event, from: FeedbackInterface.self) }
    }
}

@Test(arguments: TestEngine.allCases)
func aVersionPaysForWhatHappensWhileItIsInForce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.deliver(idea(by: ines), from: IdeasInterface.self)
        host.clock.advance(by: .hours(1))
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        try await host.deliver(idea(by: ines), from: IdeasInterface.self)
        #expect(try await host.available(ines) == 10)
        let change = host.clock.now + .days(2)
        try await host.rule("idea", .ideaSubmitted, .author, 3, from: change, until: change + .days(1))
        host.clock.advance(by: .days(1))
        try await host.deliver(idea(by: ines), from: IdeasInterface.self)
        #expect(try await host.available(ines) == 20)
        host.clock.advance(by: .days(1))
        try await host.deliver(idea(by: ines), from: IdeasInterface.self)
        #expect(try await host.available(ines) == 23)
        host.clock.advance(by: .days(1))
        try await host.deliver(idea(by: ines), from: IdeasInterface.self)
        #expect(try await host.available(ines) == 23)
        let versions = try await host.call(GetStatement(), as: ines).lines.compactMap(\.ruleVersion?.wire)
        #expect(versions == [2, 1, 1])
    }
}

@Test(arguments: TestEngine.allCases)
func aDayHasItsAllowance(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.rule("idea", .ideaSubmitted, .author, 10, perDay: 2)
        for _ in 0..<4 { try await host.deliver(idea(by: ines), from: IdeasInterface.self) }
        try await host.deliver(idea(by: omar), from: IdeasInterface.self)
        #expect(try await host.available(ines) == 20)
        #expect(try await host.available(omar) == 10)
        host.clock.advance(by: .days(1))
        try await host.deliver(idea(by: ines), from: IdeasInterface.self)
        #expect(try await host.available(ines) == 30)
    }
}

/// The follower's cursor is set back to the beginning: every event comes again, under other conditions, and pays nobody.
@Test(arguments: TestEngine.allCases)
func replayFromZeroPaysNobodyTwice(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let records = try (1...4).map { number in
            EventRecord(
                position: Int64(number),
                id: occurrence(UInt128(number)).wire,
                name: IdeaSubmitted.name,
                at: (host.clock.now + .minutes(Int64(number))).wire,
                trace: nil,
                data: try JSONValue(encoding: idea(by: ines))
            )
        }
        try await host.rule("idea", .ideaSubmitted, .author, 10, perDay: 3)
        try await host.rule("bonus", .ideaSubmitted, .author, 1)
        try await host.host.apply(records, from: IdeasInterface.service)
        let before = try await host.call(GetStatement(), as: ines)
        #expect(before.closing.wire == 34)
        host.clock.advance(by: .days(2))
        try await host.rule("idea", .ideaSubmitted, .author, 500)
        try await host.tamper("DELETE FROM follower_cursor")
        try await host.host.apply(records, from: IdeasInterface.service)
        #expect(try await host.call(GetStatement(), as: ines) == before)
        #expect(try await host.published(PointsMoved.self).count == 7)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func aParkedEventPaysOnceWhenItIsRetried(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        try await host.exhaustIssuers(true)
        try await host.deliver(idea(by: ines), from: IdeasInterface.self, id: occurrence(1))
        #expect(try await host.parked().map(\.event) == [occurrence(1)])
        #expect(try await host.available(ines) == 0)
        try await host.exhaustIssuers(false)
        let retry = RetryParkedEvent<RewardsInterface>(event: occurrence(1))
        #expect(try await host.call(retry, as: host.backend()).state == .applied)
        #expect(try await host.call(retry, as: host.backend()).state == .notParked)
        try await host.tamper("DELETE FROM follower_cursor")
        try await host.deliver(idea(by: ines), from: IdeasInterface.self, id: occurrence(1))
        #expect(try await host.available(ines) == 10)
        #expect(try await host.parked().isEmpty)
        try await host.expectSound()
    }
}

extension Harness where Service == RewardsService {
    /// With no room left on the issuer's accounts no award can be made.
    fileprivate func exhaustIssuers(_ isExhausted: Bool) async throws {
        let balance = isExhausted ? Points.range.lowerBound : 0
        try await tamper("UPDATE account SET balance = \(balance) WHERE kind = 'issuer'")
    }
}
