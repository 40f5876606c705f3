public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AwardPoints: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Award {
        let movement = AwardItem(self).movement(by: staff.actor, in: context)
        if let award = try await awardWithOthers(movement, in: context) { return award }
        return try await Once<Award, Refusal>(
            movement: movement,
            isChosen: transfer != nil,
            make: { movement, work in
                guard amount <= work.service.settings.largestAward else { throw Refusal.amountTooLarge }
                guard !movement.needsApproval(by: work.service.settings) else { throw Refusal.approvalNeeded }
                do {
                    return try Awards(work).give([Grant(movement: movement, trace: work.trace)]).first
                } catch is Ledger.Taken { return nil }
            },
            again: { movement, work in try work.one(TransferTable.award(movement.id)) }
        ).run(in: context)
    }

    /// - Returns: nil where it has to be made, or refused, alone.
    private func awardWithOthers(_ movement: Movement, in context: Context<RewardsService>) async throws -> Award? {
        let settings = context.service.settings
        guard amount <= settings.largestAward, !movement.needsApproval(by: settings) else { return nil }
        let grant = Grant(movement: movement, isChosen: transfer != nil, trace: context.trace)
        return try await context.write(grant, with: context.service.awards) { grants, work in
            try Awards(work).give(together: grants)
        }
    }
}

extension Movement {
    /// Whether a person gives more than one alone may; backends have rules of their own.
    func needsApproval(by settings: RewardsSettings) -> Bool {
        debit.kind == .adjustment && amount > settings.adjustmentLimit
    }
}
