import Contract
import Hosting
import IdentityAPI
import Models
import RewardsAPI
import Support

@testable import Rewards

// What tests of earning begin with.

extension Harness where Service == RewardsService {
    @discardableResult
    func fund(_ key: String, _ amount: Int64, _ asset: Asset? = nil, transfer: Transfer.ID? = nil) async throws
        -> Budget
    {
        let fund = FundBudget(
            budget: try BudgetKey(wire: key),
            amount: try points(amount),
            reason: try Sentence(wire: "For this spring."),
            asset: asset,
            transfer: transfer
        )
        return try await call(fund, as: staff())
    }

    /// What the budget has left.
    func left(_ key: String) async throws -> Int64 {
        let states = try await call(ListBudgets(), as: staff()).items
        return states.first { $0.budget.wire == key }?.left.wire ?? 0
    }

    @discardableResult
    func record(
        _ name: String,
        _ member: TestCaller,
        partner: TestCaller? = nil,
        shares: [(TestCaller, Int64)]? = nil,
        campaign: Campaign.ID? = nil,
        group: Group.ID? = nil,
        numbers: [String: Int64]? = nil,
        words: [String: String]? = nil,
        at: Instant? = nil,
        event: Occurrence.ID? = nil
    ) async throws -> ActivityReceipt {
        let activity = RecordActivity(
            activity: try EarningEvent(wire: name),
            member: member.member,
            partner: partner?.member,
            shares: try shares?.map { ContributionShare(member: $0.0.member, weight: try Quantity(wire: $0.1)) },
            campaign: campaign,
            group: group,
            numbers: numbers,
            words: words,
            at: at,
            event: event
        )
        return try await call(activity, as: backend())
    }

    func reverseSource(_ event: Occurrence.ID) async throws -> SourceReversal {
        let reverse = ReverseSource(event: event, reason: try Sentence(wire: "It was withdrawn."))
        return try await call(reverse, as: staff())
    }
}

extension Harness where Service == RewardsService {
    func join(_ member: TestCaller, invitedBy inviter: TestCaller? = nil) async throws {
        let event = MemberRegistered(member: member.member, source: .invitation, inviter: inviter?.actor)
        try await deliver(event, from: IdentityInterface.self)
    }

    func complete(_ member: TestCaller, invitedBy inviter: TestCaller? = nil) async throws {
        let event = ProfileCompleted(member: member.member, customerType: .leading, inviter: inviter?.actor)
        try await deliver(event, from: IdentityInterface.self)
    }

    @discardableResult
    func contribute(_ member: TestCaller) async throws -> ActivityReceipt { try await record("custom.helped", member) }

    /// Joins, completes the profile and contributes.
    func qualify(_ member: TestCaller, invitedBy inviter: TestCaller?) async throws {
        try await join(member, invitedBy: inviter)
        try await complete(member, invitedBy: inviter)
        try await contribute(member)
    }

    /// 100 for the inviter, half of it for each further one, and 10 for the invited.
    func defineReferral(budget: BudgetKey? = nil, levels: Int64 = 3) async throws {
        let terms = RuleTerms(decay: ChainDecay(times: 1, per: 2, levels: levels), budget: budget)
        try await rule("invited", .referralQualified, .ancestor, 100, terms: terms)
        try await rule("welcome", .referralQualified, .member, 10, terms: RuleTerms(budget: budget))
    }

    func referrals(from: Instant? = nil, until: Instant? = nil) async throws -> ReferralReport {
        try await call(GetReferralReport(from: from, until: until), as: staff())
    }
}

func custom(_ name: String) throws -> EarningEvent { try EarningEvent(wire: "custom.\(name)") }

func field(_ name: String) throws -> FieldName { try FieldName(wire: name) }

func happening(_ number: UInt128) -> Occurrence.ID { Occurrence.ID(at: .example, entropy: number) }
