import Models
import RewardsAPI
import TypedSQL

/// Moves points within a transaction: the one place that writes accounts, entries and lots.
///
/// Every change of a member's points begins with an `UPDATE` of the account's row. That keeps other changes of the same
/// member waiting, and on PostgreSQL at read committed each later statement sees what those before it have committed;
/// so the lots that are read next are the lots that are there, without a serializable transaction that would have to be
/// repeated whenever two touch the same shard. A member's account is always taken before an account of the house, so two
/// transactions never wait for each other in a circle.
struct Ledger {
    let transaction: Transaction
    let now: Instant

    /// Gives a member points, which make a lot.
    ///
    /// - Returns: the balance afterwards; nil where the id is taken.
    func award(_ movement: Movement, to member: Member.ID, lot: Lot.ID, expiresAt: Instant) throws -> Points? {
        try transaction.run(AccountTable.open(member))
        guard try transaction.run(TransferTable.insert(movement)) == 1 else { return nil }
        let after = try post(movement, on: movement.credit, movement.amount.points, earned: movement.amount.points)
        try post(movement, on: movement.debit, movement.amount.points.negated)
        try transaction.run(LotTable.insert(lot, of: movement, expiresAt: expiresAt))
        return after.balance
    }

    /// Charges a member, the lots that expire first coming first; what has expired is taken away before.
    ///
    /// - Returns: the balance afterwards; nil where there is not enough, and then the caller has to give up the
    ///   transaction or else what expired stays taken away.
    func pay(_ movement: Movement) throws -> Points? {
        try expire(on: movement.debit)
        let charge = movement.amount.points.negated
        guard let after = try transaction.first(AccountTable.move(movement.debit, by: charge, earned: .zero)) else {
            return nil
        }
        try record(movement)
        try transaction.run(EntryTable.insert(after, on: movement.debit, by: charge, of: movement.id))
        try post(movement, on: movement.credit, movement.amount.points)
        try take(movement)
        return after.balance
    }

    /// Puts points back into the lots that a payment took them from.
    func refund(_ movement: Movement, of payment: Transfer.ID) throws {
        try record(movement)
        try post(movement, on: movement.credit, movement.amount.points)
        try post(movement, on: movement.debit, movement.amount.points.negated)
        let parts = try transaction.all(LotTable.parts(of: payment))
        try changeEach(parts.map(LotTable.restore))
        try changeEach(parts.map { LotTable.giveBack($0, by: movement.id) })
    }

    /// Takes away what a member did not spend in time. Doing it again finds nothing.
    ///
    /// - Returns: how many lots had something left.
    @discardableResult
    func expire(on account: AccountID) throws -> Int {
        try transaction.run(AccountTable.hold(account))
        let due = try transaction.all(LotTable.due(on: account, at: now))
        for due in due { try expire(due, on: account) }
        return due.count
    }

    private func expire(_ due: DueLot, on account: AccountID) throws {
        let id = try LotPlan.expiryTransfer(
            of: due.lot.id,
            expiring: due.lot.expiresAt,
            timesBefore: due.timesBefore
        )
        let movement = Movement.expiry(of: due.lot, on: account, id: id, at: now)
        try record(movement)
        try post(movement, on: account, movement.amount.points.negated)
        try post(movement, on: .breakage, movement.amount.points)
        try changeEach([LotTable.expire(due.lot)])
        try changeEach([LotTable.use(LotPart(lot: due.lot.id, amount: due.lot.left), by: id)])
    }

    private func take(_ movement: Movement) throws {
        let parts = try plan(movement)
        try changeEach(parts.map(LotTable.take))
        try changeEach(parts.map { LotTable.use($0, by: movement.id) })
    }

    /// The first lots are nearly always enough; only for a payment that needs more are all read.
    private func plan(_ movement: Movement) throws -> [LotPart] {
        for limit in [50, Int.max] {
            let lots = try transaction.all(LotTable.open(on: movement.debit, limit: limit))
            if let parts = try LotPlan.parts(of: movement.amount, from: lots) { return parts }
        }
        throw Broken()
    }

    private func record(_ movement: Movement) throws {
        try changeEach([TransferTable.insert(movement)])
    }

    @discardableResult
    private func post(
        _ movement: Movement,
        on account: AccountID,
        _ delta: Points,
        earned: Points = .zero
    ) throws -> Posting {
        guard let after = try transaction.first(AccountTable.move(account, by: delta, earned: earned)) else {
            throw Broken()
        }
        try transaction.run(EntryTable.insert(after, on: account, by: delta, of: movement.id))
        return after
    }

    private func changeEach(_ statements: [Statement]) throws {
        guard try transaction.run(each: statements) == statements.count else { throw Broken() }
    }

    /// The ledger contradicts itself: a fault, which the audit finds, and which undoes the transaction.
    struct Broken: Error {}
}
