import Models
import RewardsAPI
import TypedSQL

/// Who has a place in a lecture, waits or was there. Every change begins with the lecture's row, so there is no race.
enum BookingTable {
    /// Changes no row where the member has a place or waits.
    static func book(_ booking: Booking, ticket: Int64, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO booking (lecture, member, state, ticket, changed_at)
            VALUES (\(booking.lecture), \(booking.member), \(booking.state), \(ticket), \(now))
            ON CONFLICT (lecture, member) DO UPDATE SET state = \(booking.state), ticket = \(ticket),
                changed_at = \(now)
            WHERE booking.state = 'cancelled'
            """
        )
    }

    static func change(_ booking: Booking, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE booking SET state = \(booking.state), changed_at = \(now)
            WHERE lecture = \(booking.lecture) AND member = \(booking.member)
            """
        )
    }

    /// The first who waits gets a place, if anybody does.
    static func promote(in lecture: Lecture.ID, at now: Instant) -> Query<Member.ID> {
        Query(
            """
            UPDATE booking SET state = 'booked', changed_at = \(now)
            WHERE lecture = \(lecture) AND ticket = (
                SELECT MIN(b.ticket) FROM booking b WHERE b.lecture = \(lecture) AND b.state = 'waiting'
            )
            RETURNING member
            """
        ) { row in try row.get("member") }
    }

    /// In the order in which they came, without those who gave their place back.
    static func all(of lecture: Lecture.ID) -> Query<Booking> {
        Query(
            """
            SELECT lecture, member, state, CASE WHEN state = 'waiting' THEN
                ROW_NUMBER() OVER (PARTITION BY state ORDER BY ticket) END AS place
            FROM booking WHERE lecture = \(lecture) AND state <> 'cancelled' ORDER BY ticket
            """
        ) { row in
            Booking(
                lecture: try row.get("lecture"),
                member: try row.get("member"),
                state: try row.get("state"),
                place: try row.get("place")
            )
        }
    }

    static func find(_ member: Member.ID, in lecture: Lecture.ID) -> Query<BookingState> {
        Query("SELECT state FROM booking WHERE lecture = \(lecture) AND member = \(member)") { row in
            try row.get("state")
        }
    }

    /// How many wait, this ticket's holder among them, who came no later.
    static func waiting(in lecture: Lecture.ID, through ticket: Int64) -> Query<Quantity> {
        Query(
            """
            SELECT COUNT(*) AS place FROM booking
            WHERE lecture = \(lecture) AND state = 'waiting' AND ticket <= \(ticket)
            """
        ) { row in try row.get("place") }
    }

    static var samples: [SQL] {
        let booking = Booking(lecture: .example, member: .example, state: .booked)
        return [
            book(booking, ticket: 1, at: .example).sql, change(booking, at: .example).sql,
            promote(in: .example, at: .example).sql, all(of: .example).sql, find(.example, in: .example).sql,
            waiting(in: .example, through: 1).sql,
        ]
    }
}
