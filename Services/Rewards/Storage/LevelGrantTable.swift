import Models
import RewardsAPI
import TypedSQL

/// The levels that staff gave by hand, each until its day.
enum LevelGrantTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE level_grant (
            id TEXT NOT NULL PRIMARY KEY,
            member TEXT NOT NULL,
            level_key TEXT NOT NULL,
            starts_at BIGINT NOT NULL,
            ends_at BIGINT NOT NULL,
            reason TEXT NOT NULL,
            granted_by TEXT NOT NULL,
            ended_by TEXT,
            end_reason TEXT,
            CONSTRAINT level_grant_end CHECK (ends_at >= starts_at),
            CONSTRAINT level_grant_ended CHECK ((ended_by IS NULL) = (end_reason IS NULL))
        )
        """,
        "CREATE INDEX level_grant_member ON level_grant (member, ends_at)",
    ]

    static func grant(_ grant: LevelGrant, to member: Member.ID, id: LevelGranting.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO level_grant (id, member, level_key, starts_at, ends_at, reason, granted_by)
            VALUES (\(id), \(member), \(grant.level), \(now), \(grant.until), \(grant.reason), \(grant.by))
            """
        )
    }

    static func endGrants(of member: Member.ID, by actor: Actor, because reason: Sentence, at now: Instant) -> Statement
    {
        Statement(
            """
            UPDATE level_grant SET ends_at = \(now), ended_by = \(actor), end_reason = \(reason)
            WHERE member = \(member) AND ends_at > \(now)
            """
        )
    }

    static func granted(to member: Member.ID, at now: Instant) -> Query<LevelGrant> {
        Query(
            """
            SELECT level_key, ends_at, reason, granted_by FROM level_grant
            WHERE member = \(member) AND ends_at > \(now) ORDER BY id DESC LIMIT 1
            """
        ) { row in
            LevelGrant(
                level: try row.get("level_key"),
                until: try row.get("ends_at"),
                reason: try row.get("reason"),
                by: try row.get("granted_by")
            )
        }
    }

    static var samples: [SQL] {
        let grant = LevelGrant(level: .example, until: .example, reason: .example, by: .example)
        return [
            self.grant(grant, to: .example, id: .example, at: .example).sql,
            endGrants(of: .example, by: .example, because: .example, at: .example).sql,
            granted(to: .example, at: .example).sql,
        ]
    }
}
