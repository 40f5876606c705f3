public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension HoldPoints: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Hold {
        let movement = Movement.hold(
            amount,
            on: .member(member, asset ?? .points),
            cause: .hand(staff.actor, reason),
            due: until,
            id: transfer ?? context.id(Transfer.self),
            at: context.now
        )
        let hold = Hold(
            transfer: movement.id,
            member: member,
            asset: movement.debit.asset,
            amount: amount,
            until: until
        )
        return try await Once<Hold, Refusal>(
            movement: movement,
            isChosen: transfer != nil,
            make: { movement, work in
                if let until, until <= work.now { throw Refusal.periodEmpty }
                return try Ledger(work).hold(movement).map { _ in hold }
            },
            again: { _, _ in hold }
        ).run(in: context)
    }
}
