import Models
import TypedSQL

/// Who does not want to be seen in rankings.
enum HiddenMemberTable {
    static let creation: [SQL] = ["CREATE TABLE hidden_member (member TEXT NOT NULL PRIMARY KEY)"]

    static func hide(_ member: Member.ID) -> Statement {
        Statement("INSERT INTO hidden_member (member) VALUES (\(member)) ON CONFLICT (member) DO NOTHING")
    }

    static func show(_ member: Member.ID) -> Statement {
        Statement("DELETE FROM hidden_member WHERE member = \(member)")
    }

    static var samples: [SQL] { [hide(.example).sql, show(.example).sql] }
}
