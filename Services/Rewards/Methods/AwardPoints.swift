public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AwardPoints: Handled {
    /// Read committed is enough: the id is claimed by an insert, and the ledger changes by guarded single statements.
    /// `AwardRaceTests` shows it.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Award {
        try await context.write(isolation: .readCommitted) { work in
            let movement = Movement.award(
                amount,
                to: member,
                by: staff.actor,
                because: reason,
                id: transfer ?? work.id(Transfer.self),
                at: work.now
            )
            if let earlier = try earlier(movement, in: work) { return earlier }
            guard amount <= work.service.settings.largestAward else { throw Refusal.amountTooLarge }
            if let award = try Awards(work).give(movement, to: member) { return award }
            guard let winner = try earlier(movement, in: work) else { throw Refusal.transferDiffers }
            return winner
        }
    }

    /// What the same id did before, whatever the settings say by now.
    private func earlier(_ movement: Movement, in work: Work<RewardsService>) throws -> Award? {
        guard let fingerprint = try work.first(TransferTable.fingerprint(of: movement.id)) else { return nil }
        guard fingerprint == movement.fingerprint else { throw Refusal.transferDiffers }
        return try work.one(TransferTable.award(movement.id))
    }
}
