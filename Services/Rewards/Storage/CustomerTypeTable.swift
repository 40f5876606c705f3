import Models
import TypedSQL

/// The customer types of members, as identity tells them when a profile becomes complete.
enum CustomerTypeTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE member_customer_type (
            member TEXT NOT NULL PRIMARY KEY,
            customer_type TEXT NOT NULL
        )
        """
    ]

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

    static var samples: [SQL] { [find(.example).sql, put(.example, .trial).sql] }
}
