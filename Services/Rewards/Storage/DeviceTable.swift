import Models
import TypedSQL

/// Which devices members were seen with, as digests that say nothing of the device.
enum DeviceTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE member_device (
            member TEXT NOT NULL,
            device TEXT NOT NULL,
            seen_at BIGINT NOT NULL,
            PRIMARY KEY (device, member)
        )
        """,
        "CREATE INDEX member_device_member ON member_device (member)",
    ]

    static func insert(_ device: Digest, of member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO member_device (member, device, seen_at) VALUES (\(member), \(device), \(now))
            ON CONFLICT (device, member) DO NOTHING
            """
        )
    }

    static func members(with device: Digest, limit: Int) -> Query<Member.ID> {
        Query("SELECT member FROM member_device WHERE device = \(device) ORDER BY member LIMIT \(limit)") { row in
            try row.get("member")
        }
    }

    /// Who uses a device of the member's.
    static func sharers(with member: Member.ID) -> Query<Member.ID> {
        Query(
            """
            SELECT DISTINCT o.member FROM member_device d JOIN member_device o ON o.device = d.device
            WHERE d.member = \(member) AND o.member <> \(member)
            """
        ) { row in try row.get("member") }
    }

    static var samples: [SQL] {
        [
            insert(.example, of: .example, at: .example).sql, members(with: .example, limit: 1).sql,
            sharers(with: .example).sql,
        ]
    }
}
