import Contract
import Models
import TypedSQL

/// How far each followed log was applied, and what could not be.
enum FollowerTable {
    static let migration = Migration(
        3,
        "follower",
        [
            "CREATE TABLE follower_cursor (source TEXT NOT NULL PRIMARY KEY, position BIGINT NOT NULL)",
            """
            CREATE TABLE parked_event (
                event TEXT NOT NULL PRIMARY KEY,
                source TEXT NOT NULL,
                position BIGINT NOT NULL,
                name TEXT NOT NULL,
                happened_at TEXT NOT NULL,
                trace TEXT,
                content TEXT NOT NULL,
                error TEXT NOT NULL,
                attempts BIGINT NOT NULL,
                parked_at BIGINT NOT NULL
            )
            """,
            "CREATE INDEX parked_event_age ON parked_event (parked_at, event)",
        ]
    )

    static func position(of source: String) -> Query<LogPosition> {
        Query("SELECT position FROM follower_cursor WHERE source = \(source)") { row in try row.get("position") }
    }

    /// - Returns: as a statement that changes no row where another process has moved the cursor meanwhile.
    static func advance(_ source: String, from old: LogPosition, to new: LogPosition) -> Statement {
        Statement(
            """
            INSERT INTO follower_cursor (source, position) VALUES (\(source), \(new))
            ON CONFLICT (source) DO UPDATE SET position = \(new) WHERE follower_cursor.position = \(old)
            """
        )
    }
}

enum ParkedEventTable {
    static func insert(_ record: EventRecord, from source: String, error: String, data: String, at now: Instant)
        -> Statement
    {
        Statement(
            """
            INSERT INTO parked_event (event, source, position, name, happened_at, trace, content, error, attempts, parked_at)
            VALUES (\(record.id), \(source), \(record.position), \(record.name), \(record.at), \(record.trace), \(data),
                \(error), \(1), \(now))
            ON CONFLICT DO NOTHING
            """
        )
    }

    static func page(after cursor: Cursor?, limit: PageLimit) -> Query<ParkedEvent> {
        let parts = cursor?.key.split(separator: " ") ?? []
        let since = parts.first.flatMap { Int64($0) } ?? 0
        let event = parts.count > 1 ? String(parts[1]) : ""
        return Query(
            """
            SELECT event, source, name, error, attempts, parked_at FROM parked_event
            WHERE parked_at > \(since) OR (parked_at = \(since) AND event > \(event))
            ORDER BY parked_at, event LIMIT \(limit.count + 1)
            """
        ) { row in
            ParkedEvent(
                event: try row.get("event"),
                source: try row.get("source"),
                name: try row.get("name"),
                error: try row.get("error"),
                attempts: try row.get("attempts"),
                parkedAt: try row.get("parked_at")
            )
        }
    }

    static func find(_ event: Occurrence.ID) -> Query<(source: String, record: EventRecord)> {
        Query("SELECT source, position, name, happened_at, trace, content FROM parked_event WHERE event = \(event)") {
            row in
            let record = EventRecord(
                position: try row.get("position"),
                id: event.wire,
                name: try row.get("name"),
                at: try row.get("happened_at"),
                trace: try row.get("trace"),
                data: try EventData.value(row.get("content"))
            )
            return (try row.get("source"), record)
        }
    }

    static func remove(_ event: Occurrence.ID) -> Statement {
        Statement("DELETE FROM parked_event WHERE event = \(event)")
    }

    static func failedAgain(_ event: Occurrence.ID, error: String) -> Statement {
        Statement("UPDATE parked_event SET attempts = attempts + 1, error = \(error) WHERE event = \(event)")
    }

    static var count: Query<Int64> {
        Query("SELECT COUNT(*) AS parked FROM parked_event") { row in try row.get("parked") }
    }
}
