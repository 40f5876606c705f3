public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension RequestPasswordReset: Handled {
    public func respond(to visitor: Visitor, in context: Context<IdentityService>) async throws -> MessagePromise {
        let until = context.now + context.service.settings.resetLife
        // One hash for everybody drowns the difference between an address with a member and one without.
        _ = try await context.service.hasher.hash(nil, random: context.random)
        try await context.write(isolation: .readCommitted) { work in
            guard let member = try work.first(MemberTable.find(email: email)), member.confirmedAt != nil else { return }
            try Mailing.sendCode(.resetPassword, to: member.id, until: until, in: work)
        }
        return MessagePromise(validUntil: until)
    }
}
