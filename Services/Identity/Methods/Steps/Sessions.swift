import Contract
import Hosting
import IdentityAPI
import Models
import TypedSQL

/// What several methods do with sessions.
enum Sessions {
    /// Ends a session and tells everybody; false where it had ended before.
    @discardableResult
    static func end(_ session: Session.ID, of member: Member.ID, in work: Work<IdentityService>) throws -> Bool {
        guard try work.run(SessionTable.end(session, at: work.now)) == 1 else { return false }
        let tokensExpire = work.now + AccessRules.life
        try work.revoke(session, tokensExpire: tokensExpire)
        try work.publish(SessionEnded(session: session, member: member, tokensExpire: tokensExpire))
        return true
    }

    /// Those that could still be refreshed, oldest first.
    static func running(of member: Member.ID, in work: Work<IdentityService>) throws -> [Session.ID] {
        let rules = work.service.settings.sessions
        return try work.all(
            SessionTable.running(
                of: member,
                startedAfter: work.now - rules.absolute,
                renewedAfter: work.now - rules.idle
            )
        )
    }
}

/// A session and what its next access token says.
struct RunningSession: Sendable {
    var id: Session.ID
    var member: Member.ID
    var roles: [Role]
    var refreshToken: RefreshToken
    var refreshExpiresAt: Instant
}

extension Context<IdentityService> {
    /// Signs a token for this bearer from now on.
    func accessToken(for bearer: Bearer) async throws -> AccessToken {
        let claims = AccessClaims(for: bearer, at: now, life: AccessRules.life, tokenID: id(IssuedToken.self).wire)
        return try await service.keys.sign(claims, at: now)
    }

    func tokens(for session: RunningSession) async throws -> SessionTokens {
        let bearer = Bearer(
            actor: .member(session.member),
            kind: .member,
            session: session.id,
            roles: Set(session.roles)
        )
        return SessionTokens(
            member: session.member,
            session: session.id,
            accessToken: try await accessToken(for: bearer),
            accessExpiresAt: now + AccessRules.life,
            refreshToken: session.refreshToken,
            refreshExpiresAt: session.refreshExpiresAt
        )
    }
}
