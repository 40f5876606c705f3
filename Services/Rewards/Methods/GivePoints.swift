public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GivePoints: Handled {
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> Charge {
        guard let limit = context.service.settings.giftsPerDay else { throw Refusal.giftsOff }
        guard to != member.id else { throw Refusal.giftToOneself }
        let movement = Movement.gift(
            amount,
            of: asset ?? .points,
            from: member.id,
            to: to,
            because: reason,
            id: transfer ?? context.id(Transfer.self),
            at: context.now
        )
        return try await Once<Charge, Refusal>(
            movement: movement,
            isChosen: transfer != nil,
            make: { movement, work in try give(movement, by: member.id, limit, in: work) },
            again: { movement, work in
                let balance = try work.one(EntryTable.balance(after: movement.id, on: movement.debit))
                return Charge(movement, of: member.id, leaving: balance)
            }
        ).run(in: context)
    }

    /// Points for an id that nobody has would be lost, so the receiver needs an account, which the first award makes.
    private func give(
        _ movement: Movement,
        by giver: Member.ID,
        _ limit: PointAmount,
        in work: Work<RewardsService>
    ) throws -> Charge? {
        let known = try work.first(AccountTable.find(.member(to, .points))) != nil
        guard try known || work.first(AccountTable.find(movement.credit)) != nil else { throw Refusal.memberUnknown }
        let use = GiftTable.add(amount, of: movement.debit, on: work.now.day, limit: limit)
        guard amount <= limit, try work.run(use) == 1 else { throw Refusal.giftLimitReached }
        return try Ledger(work).give(movement).map { Charge(movement, of: giver, leaving: $0.balance) }
    }
}
