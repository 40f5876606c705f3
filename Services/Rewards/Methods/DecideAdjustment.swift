public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension DecideAdjustment: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Adjustment {
        try await context.write { work in
            try work.refusing(as: Refusal.self) { ledger in
                guard let asked = try work.first(AdjustmentTable.find(adjustment)) else {
                    throw Refusal.adjustmentUnknown
                }
                guard asked.state == .pending else { throw Refusal.adjustmentDecided }
                guard asked.askedBy != staff.actor else { throw Refusal.samePerson }
                return try decide(asked, by: staff.actor, ledger)
            }
        }
    }

    private func decide(_ asked: Adjustment, by actor: Actor, _ ledger: Ledger) throws -> Adjustment {
        var decided = asked
        decided.state = approve ? .made : .rejected
        decided.decidedBy = actor
        decided.decidedAt = ledger.now
        decided.remark = remark
        if approve { decided.transfer = try ledger.move(asked) }
        guard try ledger.work.run(AdjustmentTable.decide(decided)) == 1 else { throw Refusal.adjustmentDecided }
        return decided
    }
}
