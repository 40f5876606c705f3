public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension FundBudget: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Budget {
        let movement = Movement.funding(
            amount,
            of: asset ?? .points,
            to: budget,
            by: staff.actor,
            because: reason,
            id: transfer ?? context.id(Transfer.self),
            at: context.now
        )
        return try await Once<Budget, Refusal>(
            movement: movement,
            isChosen: transfer != nil,
            make: { movement, work in
                guard let after = try Ledger(work).fund(movement) else { return nil }
                return Budget(
                    budget: budget,
                    asset: movement.credit.asset,
                    transfer: movement.id,
                    amount: amount,
                    balance: after.balance
                )
            },
            again: { movement, work in try work.one(BudgetTable.changed(by: movement.id)) }
        ).run(in: context)
    }
}
