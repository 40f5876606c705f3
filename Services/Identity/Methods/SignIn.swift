public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension SignIn: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> SessionTokens {
        let account = try context.service.keys.derivation.account(of: email)
        let candidate = try await countGuess(of: account, in: context)
        let match = try await check(candidate, account, in: context)
        guard let candidate, let stored = candidate.passwordHash, match != .wrong else {
            throw Refusal.credentialsRefused
        }
        let fresh = match == .outdated ? try await context.service.hasher.hash(password, random: context.random) : nil
        let session = try await open(candidate.id, provedBy: stored, renewed: fresh, account: account, in: context)
        return try await context.tokens(for: session)
    }

    /// Counts before anything is compared. Nil where there is nobody to compare with, or the account is locked.
    private func countGuess(of account: Digest, in context: Context<IdentityService>) async throws -> MemberRow? {
        // One statement counts and decides, so that weaker isolation lets nothing through.
        try await context.write(isolation: .readCommitted) { work in
            let guess = try work.first(GuessTable.count(account, at: work.now))
            let member = try work.first(MemberTable.find(email: email))
            return guess != nil && member?.confirmedAt != nil ? member : nil
        }
    }

    /// A guess that was not made because everything was busy does not count.
    private func check(
        _ candidate: MemberRow?,
        _ account: Digest,
        in context: Context<IdentityService>
    ) async throws -> PasswordHasher.Match {
        let stored = candidate?.passwordHash.flatMap { PasswordHash(text: $0) }
        do { return try await context.service.hasher.check(password, against: stored) } catch {
            if candidate != nil {
                try await context.write(isolation: .readCommitted) { work in
                    _ = try work.run(GuessTable.takeBack(account))
                }
            }
            throw error
        }
    }

    /// - Parameter stored: what the password was compared with; if it has been changed meanwhile, nothing was proved.
    private func open(
        _ member: Member.ID,
        provedBy stored: String,
        renewed: PasswordHash?,
        account: Digest,
        in context: Context<IdentityService>
    ) async throws -> RunningSession {
        let (id, token) = (context.id(Session.self), RefreshToken(bytes: context.random.bytes(32)))
        let rules = context.service.settings.sessions
        // The password is read again under the lock of its row, and each session is ended by a guarded update.
        return try await context.write(isolation: .readCommitted) { work in
            guard try work.run(MemberTable.replacePassword(stored, by: renewed?.text ?? stored, of: member)) == 1 else {
                throw Refusal.credentialsRefused
            }
            for surplus in rules.surplus(of: try Sessions.running(of: member, in: work)) {
                try Sessions.end(surplus, of: member, in: work)
            }
            try work.run(GuessTable.clear(account))
            try work.run(SessionTable.insert(id, of: member, at: work.now))
            try work.run(RefreshTokenTable.insert(token.digest, after: nil, in: id, at: work.now))
            try work.publish(MemberSignedIn(member: member))
            return RunningSession(
                id: id,
                member: member,
                roles: try work.all(RoleTable.of([member])).map(\.role),
                refreshToken: token,
                refreshExpiresAt: rules.expiry(issuedAt: work.now, sessionStartedAt: work.now)
            )
        }
    }
}
