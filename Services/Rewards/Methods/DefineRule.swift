public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DefineRule: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> EarningRule {
        try await context.write { work in
            let (id, version) = try work.one(RuleTable.next(key, fresh: work.id(Rule.self)))
            let limit = work.service.settings.largestAward
            let rule = try rule(id: id, version: version, limit: limit, at: work.now)
            try rule.checkBudget(in: work.transaction)
            try work.run(RuleTable.insert(rule, by: staff.actor, at: work.now))
            return rule
        }
    }
}

extension EarningRule {
    /// A rule that could never pay once is refused; later its budget may run out.
    func checkBudget(in transaction: Transaction) throws {
        guard let key = terms.budget else { return }
        guard let budget = try transaction.first(AccountTable.find(.budget(key, terms.asset ?? .points))) else {
            throw DefineRule.Refusal.budgetUnknown
        }
        guard terms.formula != nil || budget.balance >= amount.points else { throw DefineRule.Refusal.budgetTooSmall }
    }
}
