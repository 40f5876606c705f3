import Models
import RewardsAPI
import TypedSQL

extension RedemptionTable {
    static let read: @Sendable (Row) throws -> RedemptionRecord = { row in
        RedemptionRecord(
            id: try row.get("id"),
            reward: try row.get("reward"),
            member: try row.get("member"),
            units: try row.get("units"),
            paid: try row.get("paid"),
            asset: try row.get("asset"),
            state: try row.get("state"),
            orderedAt: try row.get("ordered_at"),
            closedAt: try row.get("closed_at"),
            tracking: try row.get("tracking"),
            remark: try row.get("remark"),
            givenFor: try row.get("given_for")
        )
    }

    static var samples: [SQL] {
        let record = RedemptionRecord(
            id: .example,
            reward: .example,
            member: .example,
            units: .one,
            paid: .example,
            state: .ordered,
            orderedAt: .example,
            closedAt: nil
        )
        let order = Order(record: record, hold: .example)
        return [
            insert(order).sql, find(.example).sql,
            move(order, from: .ordered, by: .example, at: .example).sql, paid(by: .example).sql,
            held(by: .example).sql, page(of: .example, in: .ordered, after: "", limit: .standard).sql,
        ]
    }
}
