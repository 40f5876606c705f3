public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension SimulateRule: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> RuleSimulation {
        do { return try await simulate(in: context) } catch let refusal as DefineRule.Refusal {
            throw try Refusal(named: refusal.rawValue)
        }
    }

    private func simulate(in context: Context<RewardsService>) async throws -> RuleSimulation {
        let limit = context.service.settings.largestAward
        let draft = try rule.rule(id: .example, version: .first, limit: limit, at: rule.from ?? .earliest)
        let budgets = try await context.read { tx in
            try draft.checkBudget(in: tx)
            return try tx.all(BudgetTable.left(of: draft.terms.asset ?? .points))
        }
        let left = Dictionary(budgets.map { ($0.account, $0.left.wire) }) { first, _ in first }
        var simulation = Simulation(draft, budgets: left)
        var place: EventPlace?
        let period = Period(from: draft.from, until: draft.until ?? context.now + Seconds(1))
        while true {
            let page = try await context.read { [place] tx in
                try tx.all(EarningEventTable.page(of: draft.event, in: period, after: place, limit: 1000)).map { row in
                    (row.place, draft.asksForFacts ? try tx.withFacts(row.earning) : row.earning)
                }
            }
            guard let last = page.last else { break }
            for (_, earning) in page { simulation.follow(earning) }
            place = last.0
            try Task.checkCancellation()
        }
        return try simulation.result(limit: self.limit ?? .standard)
    }
}
