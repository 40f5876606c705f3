import Contract
import Models
import TypedSQL

/// The log of what this service has told, in the database of what it has done.
enum EventLogTable {
    static let migration = Migration(
        2,
        "event_log",
        [
            """
            CREATE TABLE event_log (
                id TEXT NOT NULL PRIMARY KEY,
                position BIGINT CHECK (position > 0),
                stamp BIGINT NOT NULL,
                name TEXT NOT NULL,
                happened_at BIGINT NOT NULL,
                trace TEXT,
                content TEXT NOT NULL
            )
            """,
            "CREATE UNIQUE INDEX event_log_position ON event_log (position)",
            "CREATE INDEX event_log_unnumbered ON event_log (stamp) WHERE position IS NULL",
        ]
    )

    /// Only the number of an event comes later.
    static let final: (table: SQL, columns: [SQL]) = ("event_log", ["position"])

    static func append<E: Event>(_ told: [Told<E>], at instant: Instant, stamp: () -> Int64) throws -> Statement {
        let rows = try told.map { event in
            [event.id, stamp(), E.name, instant, event.trace, try EventData.text(event.event)] as [any SQLValue]
        }
        return Statement(
            "INSERT INTO event_log (id, stamp, name, happened_at, trace, content) VALUES \(rows: rows)"
        )
    }

    static var lastPosition: Query<Int64> {
        Query("SELECT COALESCE(MAX(position), 0) AS last FROM event_log") { row in try row.get("last") }
    }

    /// Numbers what is committed and has no number yet, in the order in which it was written.
    static func number(from last: Int64, atMost limit: Int) -> Statement {
        Statement(
            """
            WITH fresh AS (
                SELECT id, ROW_NUMBER() OVER (ORDER BY stamp, id) AS place
                FROM event_log WHERE position IS NULL ORDER BY stamp, id LIMIT \(limit)
            )
            UPDATE event_log SET position = \(last) + fresh.place FROM fresh WHERE event_log.id = fresh.id
            """
        )
    }

    static func after(_ position: LogPosition, limit: PageLimit) -> Query<EventRecord> {
        Query(
            """
            SELECT position, id, name, happened_at, trace, content FROM event_log
            WHERE position > \(position) ORDER BY position LIMIT \(limit)
            """
        ) { row in
            let instant: Instant = try row.get("happened_at")
            return EventRecord(
                position: try row.get("position"),
                id: try row.get("id"),
                name: try row.get("name"),
                at: instant.wire,
                trace: try row.get("trace"),
                data: try EventData.value(row.get("content"))
            )
        }
    }
}
