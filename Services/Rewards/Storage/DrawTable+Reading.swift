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

    /// Changes no row where the member is in it already.
    static func enter(_ id: Draw.ID, _ member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO draw_entry (draw, member, entered_at) VALUES (\(id), \(member), \(now))
            ON CONFLICT (draw, member) DO NOTHING
            """
        )
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

    static func insert(_ winner: DrawWinner, of id: Draw.ID) -> Statement {
        Statement(
            """
            INSERT INTO draw_winner (draw, place_won, place, member, digest, redemption)
            VALUES (
                \(id), \(winner.rank), \(winner.place), \(winner.member), \(winner.digest), \(winner.redemption)
            )
            """
        )
    }

    static func winners(of id: Draw.ID) -> Query<DrawWinner> {
        Query("SELECT * FROM draw_winner WHERE draw = \(id) ORDER BY place_won") { row in
            DrawWinner(
                rank: try row.get("place_won"),
                place: try row.get("place"),
                member: try row.get("member"),
                digest: try row.get("digest"),
                redemption: try row.get("redemption")
            )
        }
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
            find(.example).sql, sources(of: .example).sql, enter(.example, .example, at: .example).sql,
            pool(of: .example).sql, page(of: .example, after: 0, limit: .standard).sql,
            insert(winner, of: .example).sql, winners(of: .example).sql,
        ]
    }
}

extension DrawRecord {
    /// Without its sources, which stand in a table of their own.
    fileprivate init(row: Row) throws {
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
            resolvedAt: try row.get("resolved_at")
        )
    }
}

extension Transaction {
    /// A draw with its sources, its numbers and its winners; nil where there is none.
    func drawOutcome(_ id: Draw.ID) throws -> DrawOutcome? {
        guard let found = try first(DrawTable.find(id)) else { return nil }
        var draw = found.draw
        let sources = try all(DrawTable.sources(of: id))
        draw.sources = sources.map(\.title)
        return DrawOutcome(
            draw: draw,
            numbers: sources.compactMap(\.numbers),
            key: found.key,
            winners: try all(DrawTable.winners(of: id))
        )
    }
}
