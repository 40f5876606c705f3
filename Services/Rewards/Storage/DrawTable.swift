import Models
import RewardsAPI
import TypedSQL

/// Draws, who is in them, and who has won.
enum DrawTable {
    /// The digests of RFC 3797 are numbered in two bytes.
    static let mostEntries: Int64 = 65_535

    static func insert(_ draw: DrawRecord, by actor: Actor, at now: Instant) -> [Statement] {
        let reserved = draw.reward == nil ? 0 : draw.places.wire
        let row = Statement(
            """
            INSERT INTO draw (id, title, reward, places, reserved, profile, state, entries_until, seed_from, entries,
                entry_price, entry_asset, prize, prize_asset, opened_by, opened_at)
            VALUES (
                \(draw.id), \(draw.title), \(draw.reward), \(draw.places), \(reserved), \(draw.profile), \(draw.state),
                \(draw.entriesUntil), \(draw.seedFrom), 0, \(draw.entryPrice?.amount), \(draw.entryPrice?.asset),
                \(draw.prize?.amount), \(draw.prize?.asset), \(actor), \(now)
            )
            """
        )
        return [row]
            + draw.sources.enumerated().map { index, title in
                Statement(
                    "INSERT INTO draw_source (draw, place, title) VALUES (\(draw.id), \(index + 1), \(title))"
                )
            }
    }

    /// Counts one entry more. Changes no row where the draw is closed or full; who closes it waits for those who enter.
    static func count(_ id: Draw.ID, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE draw SET entries = entries + 1
            WHERE id = \(id) AND state = 'open' AND entries_until > \(now) AND entries < \(mostEntries)
            """
        )
    }

    /// Keeps everybody else who would change it waiting until the transaction ends, and changes nothing.
    static func lock(_ id: Draw.ID) -> Statement {
        Statement("UPDATE draw SET title = title WHERE id = \(id)")
    }

    static func close(_ id: Draw.ID, _ hash: Digest, seedFrom: Instant, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE draw SET state = 'closed', pool_hash = \(hash), seed_from = \(seedFrom),
                entries_until = CASE WHEN entries_until > \(now) THEN \(now) ELSE entries_until END,
                closed_at = \(now)
            WHERE id = \(id) AND state = 'open'
            """
        )
    }

    static func resolve(_ id: Draw.ID, key: String, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE draw SET state = 'done', draw_key = \(key), reserved = 0, resolved_at = \(now), resolved_by = \(actor)
            WHERE id = \(id) AND state = 'closed'
            """
        )
    }

    /// The pieces are no longer set aside.
    static func cancel(_ id: Draw.ID, because reason: Sentence, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE draw SET state = 'cancelled', reserved = 0, remark = \(reason), cancelled_at = \(now),
                cancelled_by = \(actor)
            WHERE id = \(id) AND state IN ('open', 'closed')
            """
        )
    }

    /// Payments for entries of cancelled draws of which not all came back.
    static func unrefunded(after last: Transfer.ID?, limit: Int) -> Query<Transfer.ID> {
        Query(
            """
            SELECT e.payment FROM draw d JOIN draw_entry e ON e.draw = d.id LEFT JOIN undone u ON u.transfer = e.payment
            WHERE d.state = 'cancelled' AND e.payment > \(last?.wire ?? "") AND (u.total IS NULL OR u.total < u.amount)
            ORDER BY e.payment LIMIT \(limit)
            """
        ) { row in try row.get("payment") }
    }

    static func note(_ numbers: DrawNumbers, of place: Int, in id: Draw.ID) -> Statement {
        let text = numbers.numbers.map { String($0) }.joined(separator: " ")
        return Statement("UPDATE draw_source SET numbers = \(text) WHERE draw = \(id) AND place = \(place)")
    }

    /// Draws whose entries have ended and whose numbers are not known.
    static func due(at now: Instant, limit: Int) -> Query<Draw.ID> {
        Query(
            """
            SELECT id FROM draw WHERE state = 'open' AND entries_until <= \(now) AND seed_from > \(now)
            ORDER BY entries_until, id LIMIT \(limit)
            """
        ) { row in try row.get("id") }
    }
}
