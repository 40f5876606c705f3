public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension ResetPassword: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> PasswordChange {
        let (found, member) = try await look(in: context)
        try context.service.settings.passwords.flaw(of: password, around: [member.name.wire, member.email.wire])
            .check(Refusal.passwordTooShort, Refusal.passwordTooCommon)
        guard let hash = try await context.service.hasher.hash(password, random: context.random) else {
            throw Refusal.passwordTooShort
        }
        let account = try context.service.keys.derivation.account(of: member.email)
        // The guarded update lets one of many through.
        try await context.write(isolation: .readCommitted) { work in
            guard try work.run(OneTimeCodeTable.spend(found.id, at: work.now)) == 1 else { throw Refusal.codeSpent }
            try work.run(OneTimeCodeTable.spendAll(.resetPassword, of: member.id, at: work.now))
            try work.run(MemberTable.setPassword(hash.text, of: member.id))
            try work.run(GuessTable.clear(account))
            for session in try Sessions.running(of: member.id, in: work) {
                try Sessions.end(session, of: member.id, in: work)
            }
            try Mailing.send(.passwordChanged, to: member.id, in: work)
        }
        return PasswordChange(changedAt: context.now)
    }

    private func look(in context: Context<IdentityService>) async throws -> (OneTimeCodeRow, MemberRow) {
        try await context.read { tx in
            guard let found = try tx.first(OneTimeCodeTable.find(code.digest, .resetPassword)) else {
                throw Refusal.codeUnknown
            }
            switch found.code.state(at: context.now) {
            case .spent: throw Refusal.codeSpent
            case .expired: throw Refusal.codeExpired
            case .open: return (found, try tx.one(MemberTable.find(found.member)))
            }
        }
    }
}
