public import Hosting
public import IdentityAPI
public import Models

extension Invite: Handled {
    public func respond(to reader: Reader, in context: Context<IdentityService>) async throws -> InvitationReceipt {
        let (inviter, settings) = (reader.bearer.actor, context.service.settings)
        return try await context.write { work in
            let sent = try work.one(InvitationTable.count(by: inviter, since: work.now - .days(30)))
            guard inviter.member == nil || sent < settings.invitationLimit else { throw Refusal.invitationsExhausted }
            let (id, until) = (work.id(Invitation.self), work.now + settings.invitationLife)
            let digest = try work.service.keys.derivation.code(of: id).digest
            try work.run(InvitationTable.insert(id, self, by: inviter, digest: digest, at: work.now, until: until))
            let message = NewMessage(id: work.id(Message.self), kind: .invitation, invitation: id, dueAt: work.now)
            try work.run(MessageTable.insert(message, at: work.now))
            try work.publish(PersonInvited(inviter: inviter))
            return InvitationReceipt(invitation: id, expiresAt: until)
        }
    }
}
