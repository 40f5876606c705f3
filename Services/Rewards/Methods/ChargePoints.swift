public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ChargePoints: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Charge {
        let movement = Movement.payment(
            amount,
            from: .member(member, asset ?? .points),
            by: staff.actor,
            because: reason,
            id: transfer ?? context.id(Transfer.self),
            at: context.now
        )
        return try await Once<Charge, Refusal>(
            movement: movement,
            isChosen: transfer != nil,
            make: { movement, work in
                try Ledger(work).pay(movement).map { Charge(movement, of: member, leaving: $0.balance) }
            },
            again: { movement, work in
                let balance = try work.one(EntryTable.balance(after: movement.id, on: movement.debit))
                return Charge(movement, of: member, leaving: balance)
            }
        ).run(in: context)
    }
}

extension Charge {
    init(_ movement: Movement, of member: Member.ID, leaving balance: Points) {
        self.init(
            transfer: movement.id,
            member: member,
            asset: movement.debit.asset,
            amount: movement.amount,
            balance: balance
        )
    }
}
