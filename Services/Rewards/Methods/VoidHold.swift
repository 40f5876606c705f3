public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension VoidHold: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> HoldEnd {
        try await context.write(isolation: .readCommitted) { work in
            try work.refusing(as: Refusal.self) { ledger in
                guard try work.isHold(hold) else { throw Refusal.holdUnknown }
                guard let open = try ledger.begin(ending: hold, .hold) else { throw Refusal.holdEnded }
                return HoldEnd(hold: hold, transfer: try ledger.freeHold(open, .void).id, paid: nil)
            }
        }
    }
}
