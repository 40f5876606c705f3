import Models
import TypedSQL

/// What members are trusted with, and by whom.
enum RoleTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE member_role (
            member TEXT NOT NULL,
            role TEXT NOT NULL,
            granted_by TEXT NOT NULL,
            granted_at BIGINT NOT NULL,
            PRIMARY KEY (member, role),
            CONSTRAINT member_role_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
        )
        """,
        "CREATE INDEX member_role_role ON member_role (role, member)",
    ]

    /// Changes nothing where the member has the role.
    static func insert(_ role: Role, of member: Member.ID, by actor: Actor, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO member_role (member, role, granted_by, granted_at)
            VALUES (\(member), \(role), \(actor), \(now))
            ON CONFLICT (member, role) DO NOTHING
            """
        )
    }

    static func of(_ members: [Member.ID]) -> Query<(member: Member.ID, role: Role)> {
        Query("SELECT member, role FROM member_role WHERE member IN \(list: members) ORDER BY member, role") { row in
            (try row.get("member"), try row.get("role"))
        }
    }

    static let samples: [SQL] = [
        insert(.expert, of: .example, by: .example, at: .example).sql, of([.example]).sql,
    ]
}
