import IdeasAPI
import Models
import TypedSQL

/// The customer types of members, as identity tells them.
enum CustomerTypeTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE member_customer_type (
            member TEXT NOT NULL PRIMARY KEY,
            customer_type TEXT NOT NULL
        )
        """
    ]

    static let samples: [SQL] = [find(.example).sql, put(.example, .trial).sql]

    static func find(_ member: Member.ID) -> Query<CustomerType> {
        Query("SELECT customer_type FROM member_customer_type WHERE member = \(member)") { row in
            try row.get("customer_type")
        }
    }

    static func put(_ member: Member.ID, _ type: CustomerType) -> Statement {
        Statement(
            """
            INSERT INTO member_customer_type (member, customer_type) VALUES (\(member), \(type))
            ON CONFLICT (member) DO UPDATE SET customer_type = excluded.customer_type
            """
        )
    }
}

/// The roles of members, as identity tells them: who is staff stays staff when a backend acts for him or her.
enum RoleTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE member_role (
            member TEXT NOT NULL,
            role TEXT NOT NULL,
            PRIMARY KEY (member, role)
        )
        """
    ]

    static let samples: [SQL] = [of(.example).sql, put(.example, .expert).sql]

    static func of(_ member: Member.ID) -> Query<Role> {
        Query("SELECT role FROM member_role WHERE member = \(member)") { row in try row.get("role") }
    }

    static func put(_ member: Member.ID, _ role: Role) -> Statement {
        Statement(
            "INSERT INTO member_role (member, role) VALUES (\(member), \(role)) ON CONFLICT (member, role) DO NOTHING"
        )
    }
}
