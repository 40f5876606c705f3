import Contract
import Crypto
import Models
import RPC
import TypedSQL

/// A repeatable call that came with an idempotency key.
///
/// The key's row is written in the transaction of the effect, so there is no moment in which one exists without the
/// other. A call that was refused or failed changed nothing, and its key stays free.
struct Replay: Sendable {
    let subject: String
    let method: String
    let key: String
    let fingerprint: [UInt8]
    let replyType: any Any.Type

    /// Takes the key, or ends the transaction with the reply that it already has.
    func claim<S: HostedService>(in work: Work<S>) throws {
        let digest = Models.Digest(bytes: SHA256.hash(data: fingerprint))
        try answerAgain(digest, in: work)
        if try work.run(IdempotencyTable.insert(subject, method, key, digest, at: work.now)) == 1 { return }
        // The same call came twice at once and the other one has committed while this one waited for the key. At read
        // committed its reply can be read now; a serializable transaction was already told to start again.
        try answerAgain(digest, in: work)
        throw SQLError.conflict
    }

    private func answerAgain<S: HostedService>(_ digest: Models.Digest, in work: Work<S>) throws {
        guard let earlier = try work.first(IdempotencyTable.find(subject, method, key)) else { return }
        guard earlier.fingerprint == digest else { throw Fault.idempotencyKeyReused }
        throw StoredReply(bytes: Array(earlier.reply.utf8))
    }

    /// - Throws: a fault where a repeatable method's write returns something else than its reply, which would leave
    ///   nothing to repeat.
    func store<T, S: HostedService>(_ result: T, in work: Work<S>) throws {
        guard T.self == replyType, let reply = result as? any Encodable else {
            throw InvalidValue("\(method): the write of a repeatable method returns its reply")
        }
        var writer = JSONWriter()
        try writer.write(reply)
        try work.run(
            IdempotencyTable.complete(subject, method, key, reply: String(decoding: writer.bytes, as: UTF8.self))
        )
    }
}

/// Not an error but an early end: the same call was answered before.
struct StoredReply: Error {
    let bytes: [UInt8]
}

enum IdempotencyTable {
    static let migration = Migration(
        1,
        "idempotent_call",
        [
            """
            CREATE TABLE idempotent_call (
                subject TEXT NOT NULL,
                method TEXT NOT NULL,
                call_key TEXT NOT NULL,
                fingerprint TEXT NOT NULL,
                reply TEXT,
                called_at BIGINT NOT NULL,
                PRIMARY KEY (subject, method, call_key)
            )
            """,
            "CREATE INDEX idempotent_call_age ON idempotent_call (called_at)",
        ]
    )

    static func find(_ subject: String, _ method: String, _ key: String) -> Query<
        (fingerprint: Models.Digest, reply: String)
    > {
        Query(
            """
            SELECT fingerprint, COALESCE(reply, '') AS reply FROM idempotent_call
            WHERE subject = \(subject) AND method = \(method) AND call_key = \(key)
            """
        ) { row in (try row.get("fingerprint"), try row.get("reply")) }
    }

    static func insert(
        _ subject: String,
        _ method: String,
        _ key: String,
        _ fingerprint: Models.Digest,
        at now: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO idempotent_call (subject, method, call_key, fingerprint, called_at)
            VALUES (\(subject), \(method), \(key), \(fingerprint), \(now))
            ON CONFLICT (subject, method, call_key) DO NOTHING
            """
        )
    }

    static func complete(_ subject: String, _ method: String, _ key: String, reply: String) -> Statement {
        Statement(
            """
            UPDATE idempotent_call SET reply = \(reply)
            WHERE subject = \(subject) AND method = \(method) AND call_key = \(key)
            """
        )
    }

    static func forget(before: Instant) -> Statement {
        Statement("DELETE FROM idempotent_call WHERE called_at < \(before)")
    }
}
