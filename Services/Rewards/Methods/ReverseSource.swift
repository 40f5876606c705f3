public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ReverseSource: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> SourceReversal {
        try await context.write(isolation: .readCommitted) { work in
            guard try work.first(EarningEventTable.find(event)) != nil else { throw Refusal.sourceUnknown }
            let remark = Movement.Remark(actor: staff.actor, reason: reason)
            let reversals = try work.refusing(as: Refusal.self) { try $0.takeBackAll(for: event, remark) }
            guard let reversals else { throw Refusal.alreadyWithdrawn }
            return SourceReversal(event: event, reversals: reversals)
        }
    }
}

extension Ledger {
    /// Takes back whatever rules have awarded for an event.
    ///
    /// - Returns: nil where that was done before.
    func takeBackAll(for event: Occurrence.ID, _ remark: Movement.Remark?) throws -> [Reversal]? {
        guard try work.run(EarningEventTable.withdraw(event, at: now)) == 1 else { return nil }
        return try work.all(TransferTable.posted(for: event)).compactMap { award in
            guard let rest = try rest(of: award), let movements = try takeBack(award, rest, remark) else { return nil }
            return Reversal(of: award.id, rest, movements)
        }
    }
}
