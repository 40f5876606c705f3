public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension RefreshSession: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> SessionTokens {
        let successor = try context.service.keys.derivation.successor(of: refreshToken)
        // One conditional update decides who rotates. A theft is written down before it is refused, so the refusal is
        // thrown only after the commit.
        let session = try await context.write(isolation: .readCommitted) { work in
            try next(successor, in: work)
        }
        guard let session else { throw Refusal.sessionOver }
        return try await context.tokens(for: session)
    }

    /// The session with its next token; nil where it is over.
    private func next(_ successor: RefreshToken, in work: Work<IdentityService>) throws -> RunningSession? {
        let rules = work.service.settings.sessions
        guard let found = try work.first(RefreshTokenTable.find(refreshToken.digest)) else { return nil }
        switch rules.verdict(on: found.presented, at: work.now) {
        case .over: return nil
        case .stolen:
            try Sessions.end(found.session, of: found.member, in: work)
            return nil
        case .again: break
        case .rotate: try rotate(to: successor, in: found.session, work)
        }
        let issued = try work.one(RefreshTokenTable.find(successor.digest))
        return RunningSession(
            id: found.session,
            member: found.member,
            roles: try work.all(RoleTable.of([found.member])).map(\.role),
            refreshToken: successor,
            refreshExpiresAt: rules.expiry(of: issued.presented)
        )
    }

    /// Whoever comes a moment later finds the token spent, and its successor there.
    private func rotate(to successor: RefreshToken, in session: Session.ID, _ work: Work<IdentityService>) throws {
        guard try work.run(RefreshTokenTable.rotate(refreshToken.digest, at: work.now)) == 1 else { return }
        try work.run(
            RefreshTokenTable.insert(successor.digest, after: refreshToken.digest, in: session, at: work.now)
        )
        try work.run(SessionTable.renew(session, at: work.now))
    }
}
