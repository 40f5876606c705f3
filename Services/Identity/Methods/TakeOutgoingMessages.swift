import Contract
public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension TakeOutgoingMessages: Handled {
    /// How long a message is one sender's.
    static let hold = Seconds.minutes(5)

    public func respond(to backend: Backend, in context: Context<IdentityService>) async throws -> OutgoingMessages {
        let (until, limit) = (context.now + Self.hold, limit ?? .standard)
        let derivation = try context.service.keys.derivation
        // The update states its condition again, so that two senders never take the same row.
        return try await context.write(isolation: .readCommitted) { work in
            try work.run(MessageTable.markSent(sent ?? [], by: backend.id, at: work.now))
            try work.run(MessageTable.dropStale(at: work.now))
            let taken = try work.all(MessageTable.take(by: backend.id, at: work.now, until: until, limit: limit))
            let rows = try work.all(MessageTable.load(taken))
            return OutgoingMessages(messages: rows.map { Self.message($0, derivation) }, heldUntil: until)
        }
    }

    private static func message(_ row: MessageRow, _ derivation: Derivation) -> OutgoingMessage {
        OutgoingMessage(
            message: row.message.id,
            kind: row.message.kind,
            member: row.message.member,
            address: row.address,
            name: row.name,
            language: row.language,
            code: row.message.code.map { derivation.oneTimeSecret(of: $0) },
            invitation: row.message.invitation.map { derivation.code(of: $0) },
            step: row.message.step,
            dueAt: row.message.dueAt
        )
    }
}
