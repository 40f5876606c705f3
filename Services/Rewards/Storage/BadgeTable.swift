import Models
import RewardsAPI
import TypedSQL

/// The badges that there are, and who has which. A revoked one keeps its row, so that the rule does not give it again.
enum BadgeTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE badge (
            badge_key TEXT NOT NULL PRIMARY KEY,
            document TEXT NOT NULL,
            defined_by TEXT NOT NULL,
            defined_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE member_badge (
            member TEXT NOT NULL,
            badge TEXT NOT NULL,
            grade BIGINT NOT NULL,
            given_at BIGINT NOT NULL,
            counted BIGINT,
            evidence TEXT,
            given_by TEXT,
            reason TEXT,
            revoked_at BIGINT,
            revoked_by TEXT,
            revoke_reason TEXT,
            PRIMARY KEY (member, badge, grade),
            CONSTRAINT member_badge_grade CHECK (grade > 0),
            CONSTRAINT member_badge_hand CHECK ((given_by IS NULL) = (reason IS NULL)),
            CONSTRAINT member_badge_cause CHECK ((given_by IS NULL) <> (counted IS NULL)),
            CONSTRAINT member_badge_revoked CHECK (
                (revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoke_reason IS NULL)
            ),
            CONSTRAINT member_badge_of FOREIGN KEY (badge) REFERENCES badge (badge_key)
        )
        """,
    ]

    static func define(_ terms: BadgeTerms, by actor: Actor, at now: Instant) throws -> Statement {
        let document = try StoredDocument.text(terms)
        return Statement(
            """
            INSERT INTO badge (badge_key, document, defined_by, defined_at)
            VALUES (\(terms.key), \(document), \(actor), \(now))
            ON CONFLICT (badge_key) DO UPDATE SET document = \(document), defined_by = \(actor), defined_at = \(now)
            """
        )
    }

    static func find(_ key: BadgeKey) -> Query<BadgeTerms> {
        Query("SELECT document FROM badge WHERE badge_key = \(key)") { row in try StoredDocument.read(row, "document") }
    }

    /// By key, one row more than the limit where there are more.
    static func page(after key: String, limit: PageLimit) -> Query<BadgeTerms> {
        Query(
            "SELECT document FROM badge WHERE badge_key > \(key) ORDER BY badge_key LIMIT \(limit.count + 1)"
        ) { row in try StoredDocument.read(row, "document") }
    }

    static let all = Query<BadgeTerms>("SELECT document FROM badge ORDER BY badge_key") { row in
        try StoredDocument.read(row, "document")
    }

    static func held(by member: Member.ID) -> Query<MemberBadge> {
        Query(
            """
            SELECT badge, grade, given_at, counted, evidence, given_by, reason, revoked_at, revoke_reason
            FROM member_badge WHERE member = \(member) ORDER BY given_at, badge, grade
            """
        ) { row in
            MemberBadge(
                badge: try row.get("badge"),
                grade: try row.get("grade"),
                givenAt: try row.get("given_at"),
                counted: try row.get("counted"),
                evidence: try row.get("evidence"),
                by: try row.get("given_by"),
                reason: try row.get("reason"),
                revokedAt: try row.get("revoked_at"),
                revokedBecause: try row.get("revoke_reason")
            )
        }
    }

    /// Changes no row where the member has it, or had it and the rule gives it.
    static func give(_ badge: MemberBadge, to member: Member.ID) -> Statement {
        Statement(
            """
            INSERT INTO member_badge (member, badge, grade, given_at, counted, evidence, given_by, reason)
            VALUES (
                \(member), \(badge.badge), \(badge.grade), \(badge.givenAt), \(badge.counted), \(badge.evidence),
                \(badge.by), \(badge.reason)
            )
            ON CONFLICT (member, badge, grade) DO UPDATE SET given_at = \(badge.givenAt), counted = NULL,
                evidence = NULL, given_by = \(badge.by), reason = \(badge.reason), revoked_at = NULL,
                revoked_by = NULL, revoke_reason = NULL
            WHERE member_badge.revoked_at IS NOT NULL AND \(badge.by != nil)
            """
        )
    }

    /// - Parameter grade: nil for all that the member has.
    /// - Returns: the grades that were revoked.
    static func revoke(
        _ badge: BadgeKey,
        _ grade: Quantity?,
        from member: Member.ID,
        by actor: Actor,
        because reason: Sentence,
        at now: Instant
    ) -> Query<Quantity> {
        let which: SQL = grade.map { "AND grade = \($0)" } ?? ""
        return Query(
            """
            UPDATE member_badge SET revoked_at = \(now), revoked_by = \(actor), revoke_reason = \(reason)
            WHERE member = \(member) AND badge = \(badge) AND revoked_at IS NULL \(which)
            RETURNING grade
            """
        ) { row in try row.get("grade") }
    }

    static var samples: [SQL] {
        get throws {
            let criterion = StandingCriterion(kind: .points)
            let terms = BadgeTerms(key: .example, title: .example, criterion: criterion, steps: [])
            let badge = MemberBadge(badge: .example, grade: .one, givenAt: .example)
            return [
                try define(terms, by: .example, at: .example).sql, find(.example).sql,
                page(after: "", limit: .standard).sql, all.sql, held(by: .example).sql,
                give(badge, to: .example).sql,
                revoke(.example, .one, from: .example, by: .example, because: .example, at: .example).sql,
            ]
        }
    }
}
