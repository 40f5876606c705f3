import IdentityAPI
import Models
import TypedSQL

/// The outbox: messages that a program of the company sends.
enum MessageTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE outgoing_message (
            id TEXT NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            member TEXT,
            invitation TEXT,
            code TEXT,
            step TEXT,
            created_at BIGINT NOT NULL,
            due_at BIGINT NOT NULL,
            held_by TEXT,
            held_until BIGINT,
            sent_at BIGINT,
            CONSTRAINT outgoing_message_recipient CHECK ((member IS NULL) <> (invitation IS NULL)),
            CONSTRAINT outgoing_message_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE,
            CONSTRAINT outgoing_message_invitation FOREIGN KEY (invitation)
                REFERENCES invitation (id) ON DELETE CASCADE,
            CONSTRAINT outgoing_message_code FOREIGN KEY (code) REFERENCES one_time_code (id) ON DELETE CASCADE
        )
        """,
        "CREATE INDEX outgoing_message_due ON outgoing_message (due_at) WHERE sent_at IS NULL",
        "CREATE INDEX outgoing_message_of_member ON outgoing_message (member, created_at)",
        "CREATE INDEX outgoing_message_of_invitation ON outgoing_message (invitation)",
        "CREATE INDEX outgoing_message_of_code ON outgoing_message (code)",
    ]

    static func insert(_ message: NewMessage, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO outgoing_message (id, kind, member, invitation, code, step, created_at, due_at)
            VALUES (\(message.id), \(message.kind), \(message.member), \(message.invitation), \(message.code),
                \(message.step), \(now), \(message.dueAt))
            """
        )
    }

    /// How many messages of a kind a member was sent.
    static func count(_ kind: MessageKind, to member: Member.ID, since: Instant) -> Query<Int> {
        Query(
            """
            SELECT COUNT(*) AS sent FROM outgoing_message
            WHERE member = \(member) AND kind = \(kind) AND created_at > \(since)
            """
        ) { try $0.get("sent") }
    }

    /// A code that is spent or expired is nothing to send.
    static func dropStale(at now: Instant) -> Statement {
        Statement(
            """
            DELETE FROM outgoing_message WHERE sent_at IS NULL AND code IN
                (SELECT id FROM one_time_code WHERE used_at IS NOT NULL OR expires_at <= \(now))
            """
        )
    }

    /// Only by whom they were given to.
    static func markSent(_ messages: [Message.ID], by client: Client.ID, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE outgoing_message SET sent_at = \(now)
            WHERE id IN \(list: messages) AND held_by = \(client) AND sent_at IS NULL
            """
        )
    }

    /// The condition stands twice, because another sender may take a row between the search and the change.
    static func take(by client: Client.ID, at now: Instant, until: Instant, limit: PageLimit) -> Query<Message.ID> {
        Query(
            """
            UPDATE outgoing_message SET held_by = \(client), held_until = \(until)
            WHERE id IN (
                SELECT id FROM outgoing_message
                WHERE sent_at IS NULL AND due_at <= \(now) AND (held_until IS NULL OR held_until <= \(now))
                ORDER BY due_at, id LIMIT \(limit)
            ) AND sent_at IS NULL AND (held_until IS NULL OR held_until <= \(now))
            RETURNING id
            """
        ) { try $0.get("id") }
    }

    static func load(_ messages: [Message.ID]) -> Query<MessageRow> {
        Query(
            """
            SELECT m.id, m.kind, m.member, m.invitation, m.code, m.step, m.due_at,
                COALESCE(p.email, i.email) AS email, COALESCE(p.name, i.name) AS name,
                COALESCE(p.language, i.language) AS language
            FROM outgoing_message AS m
            LEFT JOIN member AS p ON p.id = m.member
            LEFT JOIN invitation AS i ON i.id = m.invitation
            WHERE m.id IN \(list: messages) ORDER BY m.due_at, m.id
            """
        ) { try MessageRow($0) }
    }

    static func forget(createdBefore: Instant) -> Statement {
        Statement("DELETE FROM outgoing_message WHERE created_at < \(createdBefore) AND sent_at IS NOT NULL")
    }

    static let samples: [SQL] = [
        insert(.example, at: .example).sql, count(.confirmEmail, to: .example, since: .example).sql,
        dropStale(at: .example).sql, markSent([.example], by: .example, at: .example).sql,
        take(by: .example, at: .example, until: .example, limit: .example).sql, load([.example]).sql,
        forget(createdBefore: .example).sql,
    ]
}
