public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AwardPoints: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Award {
        try await Once<Award, Refusal>(
            movement: AwardItem(self).movement(by: staff.actor, in: context),
            isChosen: transfer != nil,
            make: { movement, work in
                guard amount <= work.service.settings.largestAward else { throw Refusal.amountTooLarge }
                guard !movement.needsApproval(in: work) else { throw Refusal.approvalNeeded }
                return try Awards(work).give(movement)
            },
            again: { movement, work in try work.one(TransferTable.award(movement.id)) }
        ).run(in: context)
    }
}

extension Movement {
    /// Whether a person gives more than one alone may; backends have rules of their own.
    func needsApproval(in work: Work<RewardsService>) -> Bool {
        debit.kind == .adjustment && amount > work.service.settings.adjustmentLimit
    }
}
