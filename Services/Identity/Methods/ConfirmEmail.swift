public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension ConfirmEmail: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> Confirmation {
        let (found, member) = try await look(in: context)
        guard mode == .consume else {
            return Confirmation(isConfirmed: false, needsPassword: found.passwordHash == nil)
        }
        let hash = try await passwordHash(for: member, registered: found.passwordHash, in: context)
        // The guarded updates let one of many through; waiting for each other is all that isolation could add.
        try await context.write(isolation: .readCommitted) { work in
            guard try work.run(OneTimeCodeTable.spend(found.id, at: work.now)) == 1,
                try work.run(MemberTable.confirm(found.member, passwordHash: hash, at: work.now)) == 1
            else { throw Refusal.codeSpent }
            try work.run(OneTimeCodeTable.spendAll(.confirmEmail, of: found.member, at: work.now))
            try Self.followInvitation(of: found.member, in: work)
            try Self.planSeries(of: found.member, in: work)
            try work.publish(EmailConfirmed(member: found.member))
        }
        return Confirmation(isConfirmed: true, needsPassword: false)
    }

    private func look(in context: Context<IdentityService>) async throws -> (OneTimeCodeRow, MemberRow) {
        try await context.read { tx in
            guard let found = try tx.first(OneTimeCodeTable.find(code.digest, .confirmEmail)) else {
                throw Refusal.codeUnknown
            }
            switch found.code.state(at: context.now) {
            case .spent: throw Refusal.codeSpent
            case .expired: throw Refusal.codeExpired
            case .open: return (found, try tx.one(MemberTable.find(found.member)))
            }
        }
    }

    private func passwordHash(
        for member: MemberRow,
        registered: String?,
        in context: Context<IdentityService>
    ) async throws -> String {
        if let password {
            let rules = context.service.settings.passwords
            try rules.flaw(of: password, around: [member.name.wire, member.email.wire])
                .check(Refusal.passwordTooShort, Refusal.passwordTooCommon)
            let hash = try await context.service.hasher.hash(password, random: context.random)
            if let hash { return hash.text }
        }
        guard let registered else { throw Refusal.passwordNeeded }
        return registered
    }

    /// One person can follow an invitation; whoever comes second stays without an inviter.
    private static func followInvitation(of id: Member.ID, in work: Work<IdentityService>) throws {
        guard let invitation = try work.one(MemberTable.find(id)).invitation else { return }
        if try work.run(InvitationTable.use(invitation, by: id)) == 0 { try work.run(MemberTable.dropInviter(of: id)) }
    }

    private static func planSeries(of member: Member.ID, in work: Work<IdentityService>) throws {
        let places = OnboardingSeries.planned(from: work.now, pace: work.service.settings.onboardingPace)
        for (number, place) in places.enumerated() {
            try work.run(OnboardingTable.insert(place, number: number, of: member))
            try Mailing.send(.onboardingStep, to: member, step: place.step, dueAt: place.dueAt, in: work)
        }
    }
}
