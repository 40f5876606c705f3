import Models
import RewardsAPI
import TypedSQL

enum DrawTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE draw (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            reward TEXT,
            places BIGINT NOT NULL,
            reserved BIGINT NOT NULL,
            profile TEXT NOT NULL,
            state TEXT NOT NULL,
            entries_until BIGINT NOT NULL,
            seed_from BIGINT NOT NULL,
            entries BIGINT NOT NULL,
            pool_hash TEXT,
            draw_key TEXT,
            opened_by TEXT NOT NULL,
            opened_at BIGINT NOT NULL,
            closed_at BIGINT,
            resolved_at BIGINT,
            resolved_by TEXT,
            CONSTRAINT draw_places CHECK (places BETWEEN 1 AND 1000),
            CONSTRAINT draw_reserved CHECK (reserved BETWEEN 0 AND places),
            CONSTRAINT draw_entries CHECK (entries BETWEEN 0 AND 65535),
            CONSTRAINT draw_times CHECK (seed_from > entries_until AND (closed_at IS NULL OR closed_at < seed_from)),
            CONSTRAINT draw_open CHECK ((state = 'open') = (closed_at IS NULL) AND (closed_at IS NULL) = (pool_hash IS NULL)),
            CONSTRAINT draw_done CHECK ((state = 'done') = (resolved_at IS NOT NULL)
                AND (resolved_at IS NULL) = (draw_key IS NULL) AND (resolved_at IS NULL OR resolved_at >= seed_from)),
            CONSTRAINT draw_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
        "CREATE INDEX draw_due ON draw (entries_until) WHERE state = 'open'",
        """
        CREATE TABLE draw_source (
            draw TEXT NOT NULL,
            place BIGINT NOT NULL,
            title TEXT NOT NULL,
            numbers TEXT,
            PRIMARY KEY (draw, place),
            CONSTRAINT draw_source_draw FOREIGN KEY (draw) REFERENCES draw (id)
        )
        """,
        """
        CREATE TABLE draw_entry (
            draw TEXT NOT NULL,
            member TEXT NOT NULL,
            entered_at BIGINT NOT NULL,
            PRIMARY KEY (draw, member),
            CONSTRAINT draw_entry_draw FOREIGN KEY (draw) REFERENCES draw (id)
        )
        """,
        """
        CREATE TABLE draw_winner (
            draw TEXT NOT NULL,
            place_won BIGINT NOT NULL,
            place BIGINT NOT NULL,
            member TEXT NOT NULL,
            digest TEXT NOT NULL,
            redemption TEXT,
            PRIMARY KEY (draw, place_won),
            CONSTRAINT draw_winner_entry FOREIGN KEY (draw, member) REFERENCES draw_entry (draw, member),
            CONSTRAINT draw_winner_redemption FOREIGN KEY (redemption) REFERENCES redemption (id)
        )
        """,
        "CREATE UNIQUE INDEX draw_winner_once ON draw_winner (draw, member)",
    ]

    static func insert(_ draw: DrawRecord, by actor: Actor, at now: Instant) -> [Statement] {
        let reserved = draw.reward == nil ? 0 : draw.places.wire
        let row = Statement(
            """
            INSERT INTO draw (id, title, reward, places, reserved, profile, state, entries_until, seed_from, entries,
                opened_by, opened_at)
            VALUES (
                \(draw.id), \(draw.title), \(draw.reward), \(draw.places), \(reserved), \(draw.profile), \(draw.state),
                \(draw.entriesUntil), \(draw.seedFrom), 0, \(actor), \(now)
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
            WHERE id = \(id) AND state = 'open' AND entries_until > \(now) AND entries < 65535
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
