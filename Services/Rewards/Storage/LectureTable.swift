import Models
import RewardsAPI
import TypedSQL

/// What of a lecture decides about its places.
struct LecturePlaces: Hashable, Sendable {
    let isFree: Bool
    let startsAt: Instant
    /// Numbers those who come, in order.
    let ticket: Int64
}

/// Lectures with their places, and who has one, waits or was there.
enum LectureTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE lecture (
            id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            about TEXT NOT NULL,
            speaker TEXT NOT NULL,
            starts_at BIGINT NOT NULL,
            ends_at BIGINT NOT NULL,
            places BIGINT NOT NULL,
            taken BIGINT NOT NULL,
            tickets BIGINT NOT NULL,
            announced_by TEXT NOT NULL,
            announced_at BIGINT NOT NULL,
            CONSTRAINT lecture_end CHECK (ends_at > starts_at),
            CONSTRAINT lecture_taken CHECK (taken BETWEEN 0 AND places)
        )
        """,
        """
        CREATE TABLE booking (
            lecture TEXT NOT NULL,
            member TEXT NOT NULL,
            state TEXT NOT NULL,
            ticket BIGINT NOT NULL,
            changed_at BIGINT NOT NULL,
            PRIMARY KEY (lecture, member),
            CONSTRAINT booking_state CHECK (state IN ('booked', 'waiting', 'cancelled', 'attended', 'missed')),
            CONSTRAINT booking_lecture FOREIGN KEY (lecture) REFERENCES lecture (id)
        )
        """,
        "CREATE UNIQUE INDEX booking_ticket ON booking (lecture, ticket)",
    ]

    static func insert(_ view: LectureView, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO lecture
                (id, title, about, speaker, starts_at, ends_at, places, taken, tickets, announced_by, announced_at)
            VALUES (
                \(view.lecture), \(view.title), \(view.about), \(view.speaker), \(view.startsAt), \(view.endsAt),
                \(view.places), 0, 0, \(actor), \(now)
            )
            """
        )
    }

    /// Keeps everybody else who wants something of the lecture waiting until the transaction ends.
    static func lock(_ id: Lecture.ID) -> Query<LecturePlaces> {
        Query(
            """
            UPDATE lecture SET tickets = tickets + 1 WHERE id = \(id)
            RETURNING taken < places AS is_free, starts_at, tickets
            """
        ) { row in
            LecturePlaces(
                isFree: try row.get("is_free"),
                startsAt: try row.get("starts_at"),
                ticket: try row.get("tickets")
            )
        }
    }

    static func exists(_ id: Lecture.ID) -> Query<Lecture.ID> {
        Query("SELECT id FROM lecture WHERE id = \(id)") { row in try row.get("id") }
    }

    static func take(_ id: Lecture.ID, _ places: Int64) -> Statement {
        Statement("UPDATE lecture SET taken = taken + \(places) WHERE id = \(id)")
    }

    /// In the order in which they were announced, one row more than the limit where there are more.
    /// - Parameter from: only those that begin after it; nil for all.
    static func page(from now: Instant?, after id: String, limit: PageLimit) -> Query<LectureView> {
        let only: SQL = now.map { "AND starts_at > \($0)" } ?? ""
        return Query(
            """
            SELECT id, title, about, speaker, starts_at, ends_at, places, places - taken AS free, (
                SELECT COUNT(*) FROM booking b WHERE b.lecture = lecture.id AND b.state = 'waiting'
            ) AS waiting
            FROM lecture WHERE id > \(id) \(only) ORDER BY id LIMIT \(limit.count + 1)
            """
        ) { row in
            LectureView(
                lecture: try row.get("id"),
                title: try row.get("title"),
                about: try row.get("about"),
                speaker: try row.get("speaker"),
                startsAt: try row.get("starts_at"),
                endsAt: try row.get("ends_at"),
                places: try row.get("places"),
                left: try row.get("free"),
                waiting: try row.get("waiting")
            )
        }
    }

    static var samples: [SQL] {
        let view = LectureView(
            lecture: .example,
            title: .example,
            about: .example,
            speaker: .example,
            startsAt: .example,
            endsAt: .example,
            places: .one,
            left: .zero,
            waiting: .zero
        )
        return [
            insert(view, by: .example, at: .example).sql, lock(.example).sql, exists(.example).sql,
            take(.example, 1).sql, page(from: .example, after: "", limit: .standard).sql,
        ]
    }
}
