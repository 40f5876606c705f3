import Contract
public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension IssueToken: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> ClientToken {
        let (kind, scopes) = try await opened(in: context)
        let bearer = Bearer(actor: .client(key.client), kind: kind, scopes: Set(scopes.map(\.wire)))
        return ClientToken(
            client: key.client,
            accessToken: try await context.accessToken(for: bearer),
            expiresAt: context.now + AccessRules.life,
            scopes: scopes
        )
    }

    private func opened(in context: Context<IdentityService>) async throws -> (CallerKind, [ScopeName]) {
        if let entry = context.service.keyedClients[key.client] {
            guard entry.digest == key.digest else { throw Refusal.keyRefused }
            return (entry.kind, entry.scopes)
        }
        // One statement checks and notes the use.
        let scopes = try await context.write(isolation: .readCommitted) { work in
            try work.first(ClientTable.use(key, at: work.now))
        }
        guard let scopes else { throw Refusal.keyRefused }
        return (.client, scopes)
    }
}
