import Models
import RewardsAPI
import TypedSQL

extension DrawTable {
    static func find(_ id: Draw.ID) -> Query<(draw: DrawRecord, key: String?)> {
        Query("SELECT * FROM draw WHERE id = \(id)") { row in (try DrawRecord(row: row), try row.get("draw_key")) }
    }

    static func sources(of id: Draw.ID) -> Query<(title: Sentence, numbers: DrawNumbers?)> {
        Query("SELECT title, numbers FROM draw_source WHERE draw = \(id) ORDER BY place") { row in
            let text = try row.get("numbers", as: String?.self)
            return (
                try row.get("title"),
                text.map { DrawNumbers(numbers: $0.split(separator: " ").compactMap { Int64($0) }) }
            )
        }
    }

    static func insert(_ entry: DrawEntry, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO draw_entry (draw, member, entered_at, payment)
            VALUES (\(entry.draw), \(entry.member), \(now), \(entry.payment))
            """
        )
    }

    /// What a member was answered who is in it, with the place once the pool is published.
    static func entry(of member: Member.ID, in id: Draw.ID) -> Query<DrawEntry> {
        Query(
            """
            SELECT e.payment, CASE WHEN d.closed_at IS NOT NULL THEN (
                SELECT COUNT(*) FROM draw_entry o WHERE o.draw = e.draw AND o.member <= e.member
            ) END AS place
            FROM draw_entry e JOIN draw d ON d.id = e.draw WHERE e.draw = \(id) AND e.member = \(member)
            """
        ) { row in
            DrawEntry(draw: id, member: member, place: try row.get("place"), payment: try row.get("payment"))
        }
    }

    /// All of them, in the order of their places.
    static func pool(of id: Draw.ID) -> Query<Member.ID> {
        Query("SELECT member FROM draw_entry WHERE draw = \(id) ORDER BY member") { row in try row.get("member") }
    }

    /// One row more than the limit where there are more.
    static func page(of id: Draw.ID, after place: Int64, limit: PageLimit) -> Query<DrawEntry> {
        Query(
            """
            SELECT member, place FROM (
                SELECT member, ROW_NUMBER() OVER (ORDER BY member) AS place FROM draw_entry WHERE draw = \(id)
            ) e
            WHERE place > \(place) ORDER BY place LIMIT \(limit.count + 1)
            """
        ) { row in DrawEntry(draw: id, member: try row.get("member"), place: try row.get("place")) }
    }

    static var samples: [SQL] {
        let draw = DrawRecord(
            id: .example,
            title: .example,
            reward: .example,
            places: .one,
            profile: .rfc3797,
            state: .open,
            entriesUntil: .example,
            seedFrom: .example,
            sources: [.example],
            entries: .zero,
            poolHash: nil,
            closedAt: nil,
            resolvedAt: nil
        )
        let winner = DrawWinner(rank: .example, place: .one, member: .example, digest: "00", redemption: nil)
        return insert(draw, by: .example, at: .example).map(\.sql) + [
            count(.example, at: .example).sql, lock(.example).sql,
            close(.example, .example, seedFrom: .example, at: .example).sql,
            resolve(.example, key: "1./", by: .example, at: .example).sql,
            note(DrawNumbers(numbers: [1]), of: 1, in: .example).sql, due(at: .example, limit: 1).sql,
            find(.example).sql, sources(of: .example).sql,
            insert(DrawEntry(draw: .example, member: .example), at: .example).sql,
            entry(of: .example, in: .example).sql,
            pool(of: .example).sql, page(of: .example, after: 0, limit: .standard).sql,
            insert(winner, of: .example).sql, winners(of: .example).sql,
        ]
    }
}

extension DrawRecord {
    /// Without its sources, which stand in a table of their own.
    init(row: Row) throws {
        self.init(
            id: try row.get("id"),
            title: try row.get("title"),
            reward: try row.get("reward"),
            places: try row.get("places"),
            profile: try row.get("profile"),
            state: try row.get("state"),
            entriesUntil: try row.get("entries_until"),
            seedFrom: try row.get("seed_from"),
            sources: [],
            entries: try row.get("entries"),
            poolHash: try row.get("pool_hash"),
            closedAt: try row.get("closed_at"),
            resolvedAt: try row.get("resolved_at"),
            entryPrice: try AssetAmount(row, "entry_price", "entry_asset"),
            prize: try AssetAmount(row, "prize", "prize_asset"),
            remark: try row.get("remark")
        )
    }
}

extension AssetAmount {
    fileprivate init?(_ row: Row, _ amount: String, _ asset: String) throws {
        guard let much = try row.get(amount, as: PointAmount?.self) else { return nil }
        self.init(amount: much, asset: try row.get(asset))
    }
}
