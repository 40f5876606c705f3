import Contract
import Hosting
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

func custom(_ name: String) throws -> EarningEvent { try EarningEvent(wire: "custom.\(name)") }

func field(_ name: String) throws -> FieldName { try FieldName(wire: name) }

func happening(_ number: UInt128) -> Occurrence.ID { Occurrence.ID(at: .example, entropy: number) }
