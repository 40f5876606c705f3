import Models
import RewardsAPI
import TypedSQL

// Who has won, and what it takes to recompute that.

extension DrawTable {
    static func insert(_ winner: DrawWinner, of id: Draw.ID) -> Statement {
        Statement(
            """
            INSERT INTO draw_winner (draw, place_won, place, member, digest, redemption, award)
            VALUES (
                \(id), \(winner.rank), \(winner.place), \(winner.member), \(winner.digest), \(winner.redemption),
                \(winner.award)
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
                redemption: try row.get("redemption"),
                award: try row.get("award")
            )
        }
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
