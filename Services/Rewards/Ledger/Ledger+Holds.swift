import Hosting
import Models
import RewardsAPI
import TypedSQL

// A hold sets points aside where they are: the account holds them back, and so do the lots that they would come from,
// which cannot expire meanwhile. It ends once, because its row in `open_transfer` can be taken once.

extension Ledger {
    /// - Returns: what the account is afterwards; nil where the id is taken.
    func hold(_ movement: Movement) throws -> Posting? {
        try prepareToSpend(from: movement.debit)
        guard try work.run(TransferTable.insert([movement])) == 1 else { return nil }
        let after = try spend(movement, Change(held: movement.amount.points))
        let parts = try plan(movement.amount, from: movement.debit)
        try changeEach(parts.map(LotTable.hold))
        try changeEach(parts.map { LotTable.holding($0, by: movement.id) })
        let open = OpenTransfer(
            id: movement.id,
            kind: .hold,
            account: movement.debit,
            amount: movement.amount,
            dueAt: movement.dueAt
        )
        try work.run(OpenTransferTable.insert(open))
        try tell(movement)
        return after
    }

    /// Pays what was held, or a part of it; the rest can be spent again, or expires where its time is up.
    ///
    /// - Parameter open: as ``begin(ending:)`` gave it; `amount` is not more than it holds.
    func postHold(_ open: OpenTransfer, _ amount: PointAmount) throws -> Movement {
        let movement = Movement.post(open, amount, id: work.id(Transfer.self), at: now)
        let held = try work.all(LotTable.held(by: open.id))
        guard let parts = try LotPlan.parts(of: amount, from: held) else { throw Broken() }
        try record(movement)
        try deduct(movement, Change(held: open.amount.points.negated))
        try post(movement, on: movement.credit, Change(balance: amount.points))
        try free(held)
        try changeEach(parts.map(LotTable.take))
        try changeEach(parts.map { LotTable.use($0, by: movement.id) })
        try tell(movement)
        try expire(on: open.account)
        return movement
    }

    /// Lets what was held be spent again, or expire where its time is up meanwhile.
    ///
    /// - Parameter kind: `void`, or `lapse`.
    @discardableResult
    func freeHold(_ open: OpenTransfer, _ kind: TransferKind) throws -> Movement {
        let movement = Movement.freeing(open, kind, id: work.id(Transfer.self), at: now)
        try record(movement)
        try post(movement, on: open.account, Change(held: open.amount.points.negated))
        try free(try work.all(LotTable.held(by: open.id)))
        try tell(movement)
        try expire(on: open.account)
        return movement
    }

    /// The first of those who would end it gets it, and holds the member's account; the others get nil.
    func begin(ending id: Transfer.ID, _ kind: TransferKind) throws -> OpenTransfer? {
        guard let open = try work.first(OpenTransferTable.find(id)), open.kind == kind else { return nil }
        let account = open.account.sibling(.member)
        try work.run(AccountTable.open(account))
        try work.run(AccountTable.lock(account))
        return try work.first(OpenTransferTable.end(id))
    }

    private func free(_ lots: [OpenLot]) throws {
        try changeEach(
            lots.map { LotTable.free(LotPart(lot: $0.id, amount: $0.left, expiresAt: $0.expiresAt)) }
        )
    }

    /// The member gets what was pending.
    func release(_ open: OpenTransfer, expiresAt: Instant) throws {
        let movement = Movement.release(open, id: work.id(Transfer.self), at: now)
        try record(movement)
        let amount = open.amount.points
        let after = try post(movement, on: movement.credit, Change(balance: amount, earned: amount))
        try deduct(movement)
        try work.run(LotTable.insert([NewLot(work.id(Lot.self), of: movement, open.amount, expiresAt: expiresAt)]))
        try tell(movement)
        try settle(after, on: movement.credit)
    }
}
