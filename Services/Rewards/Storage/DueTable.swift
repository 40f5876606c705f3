import Models
import RewardsAPI
import TypedSQL

/// Members whose levels, badges and collections have to be looked at, because something has changed.
enum DueTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE standing_due (
            member TEXT NOT NULL PRIMARY KEY,
            marks BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE standing_cursor (
            id BIGINT NOT NULL PRIMARY KEY,
            position BIGINT NOT NULL,
            CONSTRAINT standing_cursor_only CHECK (id = 1)
        )
        """,
        "INSERT INTO standing_cursor (id, position) VALUES (1, 0)",
    ]

    /// Marks the row even where it is there, so that whoever looks at this moment looks again.
    static func mark(_ member: Member.ID) -> Statement { mark([member]) }

    /// Each member once, and at least one.
    static func mark(_ members: some Sequence<Member.ID>) -> Statement {
        Statement(
            """
            INSERT INTO standing_due (member, marks) VALUES \(rows: members.map { [$0, Int64(1)] as [any SQLValue] })
            ON CONFLICT (member) DO UPDATE SET marks = standing_due.marks + 1
            """
        )
    }

    /// Those whose level may have changed by the date alone, or by another version of the programme.
    static func markReviews(on day: Day, programme: Int64) -> Statement {
        Statement(
            """
            INSERT INTO standing_due (member, marks)
            SELECT member, 1 FROM member_level
            WHERE review_on <= \(Int64(day.number)) OR programme <> \(programme)
            ON CONFLICT (member) DO UPDATE SET marks = standing_due.marks + 1
            """
        )
    }

    /// Everybody who ever did or earned something.
    static let markAll = Statement(
        """
        INSERT INTO standing_due (member, marks)
        SELECT member, 1 FROM (
            SELECT DISTINCT member FROM contribution
            UNION SELECT owner FROM account WHERE kind = 'member'
        ) AS everybody WHERE 1 = 1
        ON CONFLICT (member) DO UPDATE SET marks = standing_due.marks + 1
        """
    )

    static func next(after member: String, limit: Int) -> Query<Member.ID> {
        Query("SELECT member FROM standing_due WHERE member > \(member) ORDER BY member LIMIT \(limit)") { row in
            try row.get("member")
        }
    }

    /// Before anything of the member is read, so that what is committed later is marked again.
    static func take(_ member: Member.ID) -> Statement {
        Statement("DELETE FROM standing_due WHERE member = \(member)")
    }

    static let position = Query<LogPosition>("SELECT position FROM standing_cursor") { row in
        try row.get("position")
    }

    static func move(from old: LogPosition, to position: LogPosition) -> Statement {
        Statement("UPDATE standing_cursor SET position = \(position) WHERE position = \(old)")
    }

    static var samples: [SQL] {
        [
            mark(.example).sql, mark([.example]).sql, markReviews(on: .example, programme: 1).sql, markAll.sql,
            next(after: "", limit: 1).sql,
            take(.example).sql, position.sql, move(from: .example, to: .example).sql,
        ]
    }
}
