public import Hosting
public import IdentityAPI
public import Models

extension CompleteOnboardingStep: Handled {
    public func respond(to member: ActingMember, in context: Context<IdentityService>) async throws
        -> OnboardingProgress
    {
        try await context.write { work in
            guard let row = try work.first(MemberTable.find(member.id)) else { throw Refusal.memberUnknown }
            guard row.confirmedAt != nil else { throw Refusal.notConfirmed }
            let places = try work.all(OnboardingTable.of(member.id))
            let after = try OnboardingSeries.completing(step, of: places, at: work.now)
            guard try work.run(OnboardingTable.complete(step, of: member.id, at: work.now)) == 1 else {
                throw Refusal.stepCompleted
            }
            let progress = OnboardingSeries.progress(after, at: work.now)
            let event = OnboardingStepCompleted(member: member.id, step: step, isLast: progress.next == nil)
            try work.publish(event)
            return progress
        }
    }
}
