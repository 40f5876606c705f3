import Models
import TypedSQL

/// What members are interested in, in their own order.
enum InterestTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE member_interest (
            member TEXT NOT NULL,
            tag TEXT NOT NULL,
            place BIGINT NOT NULL,
            PRIMARY KEY (member, tag),
            CONSTRAINT member_interest_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
        )
        """
    ]

    static func clear(_ member: Member.ID) -> Statement {
        Statement("DELETE FROM member_interest WHERE member = \(member)")
    }

    static func insert(_ tag: Tag, of member: Member.ID, place: Int) -> Statement {
        Statement("INSERT INTO member_interest (member, tag, place) VALUES (\(member), \(tag), \(place))")
    }

    static func of(_ members: [Member.ID]) -> Query<(member: Member.ID, tag: Tag)> {
        Query("SELECT member, tag FROM member_interest WHERE member IN \(list: members) ORDER BY member, place") {
            row in
            (try row.get("member"), try row.get("tag"))
        }
    }

    static let samples: [SQL] = [
        clear(.example).sql, insert(.example, of: .example, place: 0).sql, of([.example]).sql,
    ]
}
