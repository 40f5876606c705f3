import Models
import TypedSQL

/// Who works for the community, as identity tells; they earn, and have no place in rankings.
enum StaffTable {
    static let creation: [SQL] = ["CREATE TABLE staff_member (member TEXT NOT NULL PRIMARY KEY)"]

    static func add(_ member: Member.ID) -> Statement {
        Statement("INSERT INTO staff_member (member) VALUES (\(member)) ON CONFLICT (member) DO NOTHING")
    }

    static var samples: [SQL] { [add(.example).sql] }
}
