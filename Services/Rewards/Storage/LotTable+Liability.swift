import Models
import RewardsAPI
import TypedSQL

/// What of an asset expires on one day.
struct DueDay: Hashable, Sendable {
    let asset: Asset
    let day: Day
    let left: Int64
    let held: Int64
    let lots: Int64
}

/// What all members' accounts of an asset hold.
struct AssetTotals: Hashable, Sendable {
    let asset: Asset
    let outstanding: Points
    let held: Points
    let pending: Points
    let owed: Points
}

extension LotTable {
    /// By day, because no function of the calendar is the same on both engines.
    static let byExpiry = Query<DueDay>(
        """
        SELECT a.asset, l.expires_at / 86400000000 AS day, CAST(SUM(l.remaining) AS BIGINT) AS outstanding,
            CAST(SUM(l.held) AS BIGINT) AS held, COUNT(*) AS lots
        FROM lot l JOIN account a ON a.id = l.account WHERE l.remaining > 0
        GROUP BY a.asset, l.expires_at / 86400000000 ORDER BY a.asset, day
        """
    ) { row in
        DueDay(
            asset: try row.get("asset"),
            day: Day(number: Int(try row.get("day", as: Int64.self))),
            left: try row.get("outstanding"),
            held: try row.get("held"),
            lots: try row.get("lots")
        )
    }

    static let totals = Query<AssetTotals>(
        """
        SELECT asset, CAST(SUM(CASE WHEN kind = 'member' THEN balance ELSE 0 END) AS BIGINT) AS outstanding,
            CAST(SUM(held) AS BIGINT) AS held,
            CAST(SUM(CASE WHEN kind = 'pending' THEN balance ELSE 0 END) AS BIGINT) AS pending,
            CAST(SUM(owed) AS BIGINT) AS owed
        FROM account GROUP BY asset ORDER BY asset
        """
    ) { row in
        AssetTotals(
            asset: try row.get("asset"),
            outstanding: try row.get("outstanding"),
            held: try row.get("held"),
            pending: try row.get("pending"),
            owed: try row.get("owed")
        )
    }

    static var liabilitySamples: [SQL] { [byExpiry.sql, totals.sql] }
}
