import Models
import RewardsAPI
import TypedSQL

/// How each member came, and how far; the chain of invitations hangs together by it.
enum JoiningTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE joining (
            member TEXT NOT NULL PRIMARY KEY,
            inviter TEXT,
            state TEXT NOT NULL,
            objection TEXT,
            registered_at BIGINT NOT NULL,
            completed_at BIGINT,
            qualified_at BIGINT,
            qualified_event TEXT,
            CONSTRAINT joining_state CHECK (state IN (
                'registered', 'completed', 'qualified', 'rewarded', 'refused'
            )),
            CONSTRAINT joining_objection CHECK ((state = 'refused') = (objection IS NOT NULL)),
            CONSTRAINT joining_order CHECK (
                (state NOT IN ('completed', 'qualified', 'rewarded') OR completed_at IS NOT NULL)
                AND (state NOT IN ('qualified', 'rewarded') OR qualified_at IS NOT NULL)
                AND (state <> 'rewarded' OR inviter IS NOT NULL)
            )
        )
        """,
        "CREATE INDEX joining_inviter ON joining (inviter) WHERE inviter IS NOT NULL",
        "CREATE INDEX joining_waiting ON joining (member) WHERE state = 'completed'",
        "CREATE INDEX joining_time ON joining (registered_at)",
    ]

    static func insert(_ member: Member.ID, invitedBy inviter: Member.ID?, at moment: Instant) -> Statement {
        Statement(
            """
            INSERT INTO joining (member, inviter, state, registered_at)
            VALUES (\(member), \(inviter), 'registered', \(moment)) ON CONFLICT (member) DO NOTHING
            """
        )
    }

    /// Identity knows at last who invited: of two who followed one invitation the second came without.
    static func complete(_ member: Member.ID, invitedBy inviter: Member.ID?, at moment: Instant) -> Statement {
        Statement(
            """
            UPDATE joining SET inviter = \(inviter), completed_at = \(moment),
                state = CASE WHEN state = 'registered' THEN 'completed' ELSE state END
            WHERE member = \(member) AND completed_at IS NULL
            """
        )
    }

    /// Gives the inviter to one of those who would qualify the member.
    static func qualify(_ member: Member.ID, by event: Occurrence.ID, at moment: Instant) -> Query<Member.ID?> {
        Query(
            """
            UPDATE joining SET state = 'qualified', qualified_at = \(moment), qualified_event = \(event)
            WHERE member = \(member) AND state = 'completed' RETURNING inviter
            """
        ) { row in try row.get("inviter") }
    }

    static func reward(_ member: Member.ID) -> Statement {
        Statement("UPDATE joining SET state = 'rewarded' WHERE member = \(member) AND state = 'qualified'")
    }

    static func refuse(_ members: [Member.ID], because objection: ReferralObjection) -> Statement {
        Statement(
            """
            UPDATE joining SET state = 'refused', objection = \(objection)
            WHERE member IN \(list: members) AND state <> 'refused'
            """
        )
    }

    /// Each one's inviter, from the member up; it ends on a circle too, because a union has each row once.
    static func links(above member: Member.ID) -> Query<(member: Member.ID, inviter: Member.ID)> {
        Query(
            """
            WITH RECURSIVE chain (member, inviter) AS (
                SELECT member, inviter FROM joining WHERE member = \(member)
                UNION
                SELECT j.member, j.inviter FROM joining j JOIN chain c ON j.member = c.inviter
            )
            SELECT member, inviter FROM chain WHERE inviter IS NOT NULL
            """
        ) { row in (try row.get("member"), try row.get("inviter")) }
    }

    /// The event by which an invitation qualified that is not refused.
    static func qualifiedEvent(of member: Member.ID) -> Query<Occurrence.ID> {
        Query(
            """
            SELECT qualified_event FROM joining
            WHERE member = \(member) AND inviter IS NOT NULL AND state IN ('qualified', 'rewarded')
            """
        ) { row in try row.get("qualified_event") }
    }

    /// Those whose profile is complete and who have contributed something.
    static func waiting(after member: String, limit: Int) -> Query<Member.ID> {
        Query(
            """
            SELECT member FROM joining j WHERE state = 'completed' AND member > \(member) AND \(hasContributed)
            ORDER BY member LIMIT \(limit)
            """
        ) { row in try row.get("member") }
    }

    /// Whether the member has contributed anything.
    static func contributed(_ member: Member.ID) -> Query<Bool> {
        Query("SELECT \(hasContributed) AS contributed FROM joining j WHERE member = \(member)") { row in
            try row.get("contributed")
        }
    }

    private static let hasContributed: SQL = """
        EXISTS (SELECT 1 FROM earning_event e WHERE e.contributor = j.member AND e.withdrawn_at IS NULL)
        """

    static var samples: [SQL] {
        [
            insert(.example, invitedBy: nil, at: .example).sql, complete(.example, invitedBy: nil, at: .example).sql,
            qualify(.example, by: .example, at: .example).sql, reward(.example).sql,
            refuse([.example], because: .circle).sql, links(above: .example).sql, qualifiedEvent(of: .example).sql,
            waiting(after: "", limit: 1).sql, contributed(.example).sql,
        ] + reportSamples
    }
}
