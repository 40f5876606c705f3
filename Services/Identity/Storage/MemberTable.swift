import IdentityAPI
import Models
import TypedSQL

/// The people of the community.
enum MemberTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE member (
            id TEXT NOT NULL PRIMARY KEY,
            email TEXT NOT NULL,
            name TEXT NOT NULL,
            language TEXT NOT NULL,
            birth_year BIGINT NOT NULL,
            guardian_consent TEXT,
            source TEXT NOT NULL,
            inviter TEXT,
            invitation TEXT,
            password_hash TEXT,
            customer_type TEXT,
            affiliation TEXT,
            contact_by TEXT NOT NULL,
            registered_at BIGINT NOT NULL,
            confirmed_at BIGINT,
            completed_at BIGINT,
            CONSTRAINT member_confirmed_has_password CHECK (confirmed_at IS NULL OR password_hash IS NOT NULL),
            CONSTRAINT member_completed_is_confirmed CHECK (completed_at IS NULL OR confirmed_at IS NOT NULL)
        )
        """,
        "CREATE UNIQUE INDEX member_email ON member (email)",
    ]

    private static let columns: SQL = """
        id, email, name, language, birth_year, source, inviter, invitation, password_hash, customer_type, affiliation,
        contact_by, registered_at, confirmed_at, completed_at
        """

    static func find(_ id: Member.ID) -> Query<MemberRow> {
        Query("SELECT \(columns) FROM member WHERE id = \(id)") { try MemberRow($0) }
    }

    static func find(email: EmailAddress) -> Query<MemberRow> {
        Query("SELECT \(columns) FROM member WHERE email = \(email)") { try MemberRow($0) }
    }

    /// - Parameter conditions: those of ``MemberFilter``.
    static func page(where conditions: SQL, limit: PageLimit) -> Query<MemberRow> {
        Query("SELECT \(columns) FROM member WHERE \(conditions) ORDER BY id LIMIT \(limit.count + 1)") {
            try MemberRow($0)
        }
    }

    /// Changes nothing where the address is taken.
    static func insert(_ member: NewMember) -> Statement {
        Statement(
            """
            INSERT INTO member (id, email, name, language, birth_year, guardian_consent, source, inviter, invitation,
                contact_by, registered_at)
            VALUES (\(member.id), \(member.email), \(member.name), \(member.language), \(member.birthYear),
                \(member.guardianConsent), \(member.source), \(member.inviter), \(member.invitation), '',
                \(member.registeredAt))
            ON CONFLICT (email) DO NOTHING
            """
        )
    }

    /// Whoever registers again before the address is confirmed corrects what was said the first time.
    static func correct(_ id: Member.ID, as member: NewMember) -> Statement {
        Statement(
            """
            UPDATE member SET name = \(member.name), language = \(member.language), birth_year = \(member.birthYear),
                guardian_consent = \(member.guardianConsent)
            WHERE id = \(id) AND confirmed_at IS NULL
            """
        )
    }

    static func confirm(_ id: Member.ID, passwordHash: String, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE member SET confirmed_at = \(now), password_hash = \(passwordHash)
            WHERE id = \(id) AND confirmed_at IS NULL
            """
        )
    }

    /// Another person has followed the invitation.
    static func dropInviter(of id: Member.ID) -> Statement {
        Statement("UPDATE member SET inviter = NULL, invitation = NULL WHERE id = \(id)")
    }

    static func setPassword(_ passwordHash: String, of id: Member.ID) -> Statement {
        Statement("UPDATE member SET password_hash = \(passwordHash) WHERE id = \(id)")
    }

    /// Changes a row only where the password is still the one that was read; takes the lock of the row.
    static func replacePassword(_ old: String, by new: String, of id: Member.ID) -> Statement {
        Statement("UPDATE member SET password_hash = \(new) WHERE id = \(id) AND password_hash = \(old)")
    }

    static func setProfile(_ profile: Profile, of id: Member.ID) -> Statement {
        Statement(
            """
            UPDATE member SET name = \(profile.name), language = \(profile.language),
                customer_type = \(profile.customerType), affiliation = \(profile.affiliation),
                contact_by = \(WordList(profile.contactBy)), completed_at = \(profile.completedAt)
            WHERE id = \(id)
            """
        )
    }

    static let samples: [SQL] = [
        find(.example).sql, find(email: .example).sql, page(where: "1 = 1", limit: .example).sql, insert(.example).sql,
        correct(.example, as: .example).sql, confirm(.example, passwordHash: "", at: .example).sql,
        dropInviter(of: .example).sql, setPassword("", of: .example).sql,
        replacePassword("", by: "", of: .example).sql, setProfile(.example, of: .example).sql,
    ]
}

extension Profile {
    static let example = Profile(name: .example, language: .example, interests: [], contactBy: [])
}
