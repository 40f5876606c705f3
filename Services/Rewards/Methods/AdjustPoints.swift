public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AdjustPoints: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Adjustment {
        guard amount <= context.service.settings.largestAward else { throw Refusal.amountTooLarge }
        let asked = Adjustment(
            id: adjustment ?? context.id(PointAdjustment.self),
            member: member,
            asset: asset ?? .points,
            direction: direction,
            amount: amount,
            reason: reason,
            state: .pending,
            askedBy: staff.actor,
            askedAt: context.now
        )
        return try await context.write { work in try work.refusing(as: Refusal.self) { try adjust(asked, $0) } }
    }

    private func adjust(_ asked: Adjustment, _ ledger: Ledger) throws -> Adjustment {
        if let earlier = try ledger.work.first(AdjustmentTable.find(asked.id)) {
            guard repeats(earlier) else { throw Refusal.adjustmentDiffers }
            return earlier
        }
        var adjustment = asked
        if amount <= ledger.work.service.settings.adjustmentLimit {
            adjustment.transfer = try ledger.move(asked)
            adjustment.state = .made
        }
        guard try ledger.work.run(AdjustmentTable.insert(adjustment)) == 1 else { throw Ledger.Broken() }
        return adjustment
    }

    private func repeats(_ earlier: Adjustment) -> Bool {
        earlier.member == member && earlier.amount == amount && earlier.direction == direction
            && earlier.reason == reason && earlier.asset == asset ?? .points
    }
}

extension Ledger {
    /// Moves what an adjustment asks for, as the one who asked for it.
    func move(_ adjustment: Adjustment) throws -> Transfer.ID {
        let id = work.id(Transfer.self)
        let movement = Movement.adjustment(adjustment, id: id, at: now)
        switch adjustment.direction {
        case .give: _ = try Awards(work).give([Grant(movement: movement, trace: work.trace)])
        case .take: guard try pay(movement) != nil else { throw Broken() }
        }
        return id
    }
}

extension Movement {
    /// What is taken goes where awards go that were taken back, because nothing was bought for it.
    static func adjustment(_ adjustment: Adjustment, id: Transfer.ID, at now: Instant) -> Movement {
        let account = AccountID.member(adjustment.member, adjustment.asset)
        let isGiven = adjustment.direction == .give
        return Movement(
            id: id,
            kind: isGiven ? .award : .payment,
            amount: adjustment.amount,
            debit: isGiven ? account.house(.adjustment) : account,
            credit: isGiven ? account : account.house(.clawback),
            cause: .hand(adjustment.askedBy, adjustment.reason),
            at: now
        )
    }
}
