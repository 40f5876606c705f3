public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListBudgets: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Page<BudgetState> {
        let limit = limit ?? .standard
        let states = try await context.read { tx in
            try tx.all(BudgetTable.states(after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: states, limit: limit) { AccountID.budget($0.budget, $0.asset).rawValue }
    }
}
