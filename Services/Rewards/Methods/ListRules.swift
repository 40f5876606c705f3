public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListRules: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<EarningRule> {
        let limit = limit ?? .standard
        let rules = try await context.read { tx in try tx.all(RuleTable.latest(after: after?.key ?? "", limit: limit)) }
        return Page(surplus: rules, limit: limit) { $0.key.wire }
    }
}
