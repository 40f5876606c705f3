public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension PostHold: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> HoldEnd {
        try await context.write(isolation: .readCommitted) { work in
            try work.refusing(as: Refusal.self) { ledger in
                guard try work.isHold(hold) else { throw Refusal.holdUnknown }
                guard let open = try ledger.begin(ending: hold, .hold) else { throw Refusal.holdEnded }
                let part = amount ?? open.amount
                guard part <= open.amount else { throw Refusal.amountTooLarge }
                let movement = try ledger.postHold(open, part)
                return HoldEnd(hold: hold, transfer: movement.id, paid: part)
            }
        }
    }
}

extension Work<RewardsService> {
    /// Whether it is a hold that may be ended by hand. The hold of an order ends with the order, by `rewards.fulfil`.
    func isHold(_ id: Transfer.ID) throws -> Bool {
        try first(TransferTable.hold(id)) != nil && first(RedemptionTable.held(by: id)) == nil
    }
}
