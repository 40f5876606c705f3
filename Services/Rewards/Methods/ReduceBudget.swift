public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ReduceBudget: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Budget {
        let movement = Movement.withdrawal(
            amount,
            of: asset ?? .points,
            from: budget,
            by: staff.actor,
            because: reason,
            id: transfer ?? context.id(Transfer.self),
            at: context.now
        )
        return try await Once<Budget, Refusal>(
            movement: movement,
            isChosen: transfer != nil,
            make: { movement, work in try take(movement, in: work) },
            again: { movement, work in try work.one(BudgetTable.changed(by: movement.id)) }
        ).run(in: context)
    }

    private func take(_ movement: Movement, in work: Work<RewardsService>) throws -> Budget? {
        guard try work.first(AccountTable.find(movement.debit)) != nil else { throw Refusal.budgetUnknown }
        do {
            guard let after = try Ledger(work).drawOn(movement) else { return nil }
            return Budget(
                budget: budget,
                asset: movement.debit.asset,
                transfer: movement.id,
                amount: amount,
                balance: after.balance
            )
        } catch Ledger.Obstacle.insufficient {
            throw Refusal.budgetShort
        }
    }
}
