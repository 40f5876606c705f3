import Models
import RewardsAPI
import TypedSQL

/// How much a member has given away on a day.
enum GiftTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE gift_day (
            account TEXT NOT NULL,
            day BIGINT NOT NULL,
            total BIGINT NOT NULL,
            PRIMARY KEY (account, day),
            CONSTRAINT gift_day_total CHECK (total > 0)
        )
        """
    ]

    /// Changes no row where it would be more than the limit; that one amount alone is not more is for the caller to see
    /// to, because the first row of a day meets no condition.
    static func add(_ amount: PointAmount, of account: AccountID, on day: Day, limit: PointAmount) -> Statement {
        Statement(
            """
            INSERT INTO gift_day (account, day, total) VALUES (\(account), \(day.number), \(amount))
            ON CONFLICT (account, day) DO UPDATE SET total = gift_day.total + \(amount)
            WHERE gift_day.total + \(amount) <= \(limit)
            """
        )
    }

    static var samples: [SQL] {
        [add(.example, of: .member(.example, .points), on: .example, limit: .example).sql]
    }
}
