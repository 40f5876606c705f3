import IdentityAPI
import Models
import TypedSQL

/// Which version of the norms somebody accepted, and when (requirement I-07).
enum NormsTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE norms_acceptance (
            member TEXT NOT NULL,
            version BIGINT NOT NULL,
            accepted_at BIGINT NOT NULL,
            PRIMARY KEY (member, version),
            CONSTRAINT norms_acceptance_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE
        )
        """
    ]

    static func insert(_ version: NormsVersion, by member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO norms_acceptance (member, version, accepted_at) VALUES (\(member), \(version), \(now))
            ON CONFLICT (member, version) DO NOTHING
            """
        )
    }

    /// The latest version that each of them accepted.
    static func latest(of members: [Member.ID]) -> Query<(member: Member.ID, version: NormsVersion)> {
        Query(
            """
            SELECT member, MAX(version) AS version FROM norms_acceptance
            WHERE member IN \(list: members) GROUP BY member
            """
        ) { row in (try row.get("member"), try row.get("version")) }
    }

    static let samples: [SQL] = [
        insert(.example, by: .example, at: .example).sql, latest(of: [.example]).sql,
    ]
}
