import Hosting
import Models
import RewardsAPI
import TypedSQL

extension Work<RewardsService> {
    /// Keeps what members did elsewhere; whose standing may have changed by it is looked at soon.
    func note(_ contributions: [Contribution]) throws {
        let queries = contributions.inBatches().map { ContributionTable.add($0) }
        let outcomes = try transaction.run(together: queries.map(\.sql))
        let members = Set(try zip(queries, outcomes).flatMap { try $1.all($0) }).sorted()
        try transaction.run(each: members.inBatches().map { DueTable.mark($0) })
    }
}
