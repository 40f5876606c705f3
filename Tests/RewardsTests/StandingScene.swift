import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// What the tests of levels, badges and learning begin with.

extension Harness where Service == RewardsService {
    /// Bronze for 10 points and one idea, silver for 20 and two, gold for 30 and three, within a year.
    @discardableResult
    func levels(
        _ downgrade: DowngradePolicy = .full,
        grace: Int64 = 0,
        from: Day? = nil,
        factor: Int64 = 1
    ) async throws -> LevelProgramme {
        let levels = try ["bronze", "silver", "gold"].enumerated().map { index, key in
            LevelTerms(
                key: try LevelKey(wire: key),
                title: try Title(wire: key),
                points: try Count(wire: Int64(index + 1) * 10 * factor),
                contributions: try Count(wire: Int64(index + 1)),
                privileges: [try Privilege(wire: "\(key)-door")]
            )
        }
        let define = DefineLevels(
            levels: levels,
            contributions: [.ideaSubmitted],
            period: try Months(wire: 12),
            downgrade: downgrade,
            grace: try DayCount(wire: grace),
            notice: try DayCount(wire: 14),
            from: from
        )
        return try await call(define, as: staff())
    }

    /// Submits that many ideas as the ideas service tells it.
    func ideas(_ count: Int, by member: TestCaller, in campaign: Campaign.ID = .example) async throws {
        for _ in 0..<count {
            let event = IdeaSubmitted(idea: .example, campaign: campaign, author: member.member)
            try await deliver(event, from: IdeasInterface.self)
        }
    }

    func reviewStanding() async throws {
        try await host.numberEvents()
        try await RewardsService.reviewStanding(in: host.context())
    }

    func level(_ member: TestCaller) async throws -> String? {
        try await call(GetLevel(), as: member).level?.wire
    }
}

extension Harness where Service == RewardsService {
    /// A badge for so many ideas.
    @discardableResult
    func ideaBadge(_ key: String = "idea-giver", _ steps: Int64...) async throws -> BadgeTerms {
        let define = DefineBadge(
            key: try BadgeKey(wire: key),
            title: .example,
            criterion: StandingCriterion(kind: .contributions, event: .ideaSubmitted),
            steps: try steps.map(points)
        )
        return try await call(define, as: staff())
    }

    func badges(_ member: TestCaller) async throws -> [MemberBadge] {
        try await call(ListMemberBadges(), as: member)
    }

    @discardableResult
    func giveBadge(_ key: String, _ grade: Int64? = nil, to member: TestCaller) async throws -> MemberBadge {
        let give = GiveBadge(
            member: member.member,
            badge: try BadgeKey(wire: key),
            reason: .example,
            grade: try grade.map(Quantity.init)
        )
        return try await call(give, as: staff())
    }

    @discardableResult
    func revokeBadge(_ key: String, _ grade: Int64? = nil, from member: TestCaller) async throws -> [MemberBadge] {
        let revoke = RevokeBadge(
            member: member.member,
            badge: try BadgeKey(wire: key),
            reason: .example,
            grade: try grade.map(Quantity.init)
        )
        return try await call(revoke, as: staff())
    }

    /// Two pins: one for an idea, one that staff give.
    @discardableResult
    func pins() async throws -> CollectionTerms {
        let items = [
            ItemTerms(
                key: try ItemKey(wire: "idea-pin"),
                title: .example,
                criterion: StandingCriterion(kind: .contributions, event: .ideaSubmitted)
            ),
            ItemTerms(key: .example, title: .example, criterion: StandingCriterion(kind: .hand)),
        ]
        return try await call(DefineCollection(key: .example, title: .example, items: items), as: staff())
    }

    @discardableResult
    func givePin(_ item: ItemKey = .example, of collection: CollectionKey = .example, to member: TestCaller)
        async throws
        -> MemberCollection
    {
        let give = GiveItem(member: member.member, collection: collection, item: item, reason: .example)
        return try await call(give, as: staff())
    }
}
