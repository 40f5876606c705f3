public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension NextOnboardingStep: Handled {
    public func respond(to member: ActingMember, in context: Context<IdentityService>) async throws
        -> OnboardingProgress
    {
        try await context.read { tx in
            guard let row = try tx.first(MemberTable.find(member.id)) else { throw Refusal.memberUnknown }
            guard row.confirmedAt != nil else { throw Refusal.notConfirmed }
            return OnboardingSeries.progress(try tx.all(OnboardingTable.of(member.id)), at: context.now)
        }
    }
}
