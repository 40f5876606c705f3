import Models
import RewardsAPI
import TypedSQL

extension DrawTable {
    /// In the order in which they were opened, without their sources; one row more than the limit where there are more.
    static func page(in state: DrawState?, after id: String, limit: PageLimit) -> Query<DrawRecord> {
        let which: SQL = state.map { "AND state = \($0)" } ?? ""
        return Query(
            "SELECT * FROM draw WHERE id > \(id) \(which) ORDER BY id LIMIT \(limit.count + 1)",
            DrawRecord.init(row:)
        )
    }

    /// In their order for each draw.
    static func sources(of draws: [Draw.ID]) -> Query<(draw: Draw.ID, title: Sentence)> {
        Query("SELECT draw, title FROM draw_source WHERE draw IN \(list: draws) ORDER BY draw, place") { row in
            (try row.get("draw"), try row.get("title"))
        }
    }

    static var listSamples: [SQL] {
        [
            page(in: .open, after: "", limit: .standard).sql, page(in: nil, after: "", limit: .standard).sql,
            sources(of: [.example]).sql, unrefunded(after: nil, limit: 1).sql,
            cancel(.example, because: .example, by: .example, at: .example).sql,
        ]
    }
}

extension Transaction {
    func withSources(_ draws: [DrawRecord]) throws -> [DrawRecord] {
        let sources = Dictionary(grouping: try all(DrawTable.sources(of: draws.map(\.id))), by: \.draw)
        return draws.map { draw in
            var shown = draw
            shown.sources = sources[draw.id]?.map(\.title) ?? []
            return shown
        }
    }
}
