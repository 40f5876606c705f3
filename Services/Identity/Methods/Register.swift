import Contract
public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension Register: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> MessagePromise {
        let invitation = try await openInvitation(in: context)
        try check(invitation: invitation, by: visitor, in: context)
        let hash = try await context.service.hasher.hash(password, random: context.random)
        let applicant = try newMember(invitation: invitation, by: visitor, in: context)
        let until = context.now + context.service.settings.confirmationLife
        // Two people with one address are told apart by the unique index, not by the isolation.
        try await context.write(isolation: .readCommitted) { work in
            let isNew = try work.run(MemberTable.insert(applicant)) == 1
            let member = try work.one(MemberTable.find(email: email))
            if isNew {
                let event = MemberRegistered(member: member.id, source: source, inviter: applicant.inviter)
                try work.publish(event)
            }
            if member.confirmedAt == nil {
                try work.run(MemberTable.correct(member.id, as: applicant))
                try work.run(NormsTable.insert(acceptedNorms, by: member.id, at: work.now))
                try Mailing.sendCode(.confirmEmail, to: member.id, passwordHash: hash?.text, until: until, in: work)
            } else {
                try Self.remind(member.id, in: work)
            }
        }
        return MessagePromise(validUntil: until)
    }

    private typealias OpenInvitation = (id: Invitation.ID, inviter: Actor)

    private func openInvitation(in context: Context<IdentityService>) async throws -> OpenInvitation? {
        guard let invitation else { return nil }
        return try await context.read { tx in try tx.first(InvitationTable.open(invitation.digest, at: context.now)) }
    }

    private func check(
        invitation open: OpenInvitation?,
        by visitor: Visitor,
        in context: Context<IdentityService>
    ) throws(Refusal) {
        let settings = context.service.settings
        let applicant = JoiningRules.Applicant(
            acceptedNorms: acceptedNorms,
            birthDay: birthDay,
            hasGuardianConsent: consent(by: visitor) != nil,
            invitation: invitation == nil ? .none : open == nil ? .unknown : .open,
            passwordFlaw: password.flatMap { settings.passwords.flaw(of: $0, around: [name.wire, email.wire]) }
        )
        try settings.joining.check(applicant, on: context.now.day)
    }

    /// Anybody can say that a guardian consented; it counts from somebody who answers for it.
    private func consent(by visitor: Visitor) -> Sentence? {
        guard let bearer = visitor.bearer, bearer.kind == .client, bearer.isStaff(of: "identity") else { return nil }
        return guardianConsent
    }

    private func newMember(
        invitation open: OpenInvitation?,
        by visitor: Visitor,
        in context: Context<IdentityService>
    ) throws -> NewMember {
        NewMember(
            id: context.id(Member.self),
            email: email,
            name: name,
            language: language ?? context.service.settings.language,
            birthYear: try BirthYear(wire: Int64(Age.year(of: birthDay))),
            guardianConsent: consent(by: visitor),
            source: source,
            inviter: open?.inviter,
            invitation: open?.id,
            registeredAt: context.now
        )
    }

    /// The owner of the address learns that somebody used it; the caller does not learn that there is an owner.
    private static func remind(_ member: Member.ID, in work: Work<IdentityService>) throws {
        let sent = try work.one(MessageTable.count(.alreadyMember, to: member, since: work.now - .hours(1)))
        if sent < OneTimeCode.mostPerHour { try Mailing.send(.alreadyMember, to: member, in: work) }
    }
}
