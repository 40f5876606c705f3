import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// What tests of groups' budgets begin with.

let hikers = Group.ID.example

extension Harness where Service == RewardsService {
    /// Without a caller Ines asks, who is a member like any other. Each request is a minute later than the one before.
    @discardableResult
    func request(
        _ activity: String,
        _ amount: Int64 = 30,
        of group: Group.ID = hikers,
        _ asset: Asset? = nil,
        as caller: TestCaller? = nil
    ) async throws -> OutlayRecord {
        clock.advance(by: .minutes(1))
        let request = RequestOutlay(
            group: group,
            activity: try ActivityKey(wire: activity),
            amount: try points(amount),
            purpose: try Sentence(wire: "Tickets for the train."),
            asset: asset
        )
        return try await call(request, as: caller ?? member("Ines"))
    }

    @discardableResult
    func decide(_ outlay: OutlayRecord, _ decision: OutlayDecision = .approve, as caller: TestCaller? = nil)
        async throws -> OutlayRecord
    {
        let reason = decision == .reject ? try Sentence(wire: "It is too far away.") : nil
        let decide = DecideOutlay(outlay: outlay.id, decision: decision, reason: reason)
        return try await call(decide, as: caller ?? staff())
    }

    @discardableResult
    func giveBack(_ outlay: OutlayRecord, _ amount: Int64? = nil) async throws -> OutlayRecord {
        let back = ReturnOutlay(outlay: outlay.id, reason: .example, amount: try amount.map(points))
        return try await call(back, as: staff())
    }

    @discardableResult
    func reduce(_ budget: String, _ amount: Int64, _ asset: Asset? = nil, transfer: Transfer.ID? = nil) async throws
        -> Budget
    {
        let reduce = ReduceBudget(
            budget: try BudgetKey(wire: budget),
            amount: try points(amount),
            reason: try Sentence(wire: "The summer is over."),
            asset: asset,
            transfer: transfer
        )
        return try await call(reduce, as: staff())
    }
}

/// How many of them were refused so.
func count<T, R: Contract.Refusal>(_ refusal: R, in results: [Result<T, any Error>]) -> Int {
    results.filter { if case .failure(let error) = $0 { (error as? R)?.rawValue == refusal.rawValue } else { false } }
        .count
}
