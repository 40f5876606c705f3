import Hosting
import Models
import RewardsAPI
import TypedSQL

// What all movements are made of.

extension Ledger {
    /// Adds a transfer whose id nobody else can have chosen.
    func record(_ movement: Movement) throws {
        guard try work.run(TransferTable.insert([movement])) == 1 else { throw Broken() }
    }

    /// Takes the amount from the account that is charged.
    ///
    /// - Throws: ``Obstacle`` where there is not that much, or the account is stopped.
    @discardableResult
    func charge(_ movement: Movement) throws -> Posting {
        try spend(movement, Change(balance: movement.amount.points.negated))
    }

    /// As ``charge(_:)``, for what a hold does too.
    func spend(_ movement: Movement, _ change: Change) throws -> Posting {
        do { return try post(movement, on: movement.debit, change) } catch is Broken { throw Obstacle.insufficient }
    }

    /// Takes the amount from an account on which it must be there.
    func deduct(_ movement: Movement, _ change: Change = Change()) throws {
        var change = change
        change.balance = movement.amount.points.negated
        try post(movement, on: movement.debit, change)
    }

    /// - Throws: ``Broken`` where the account has not that much, and ``Obstacle/stopped``.
    @discardableResult
    func post(_ movement: Movement, on account: AccountID, _ change: Change) throws -> Posting {
        guard let after = try work.first(AccountTable.move(account, by: change)) else { throw try failure(on: account) }
        let entry = NewEntry(account: account, posting: after, change: change, transfer: movement.id)
        try work.run(EntryTable.insert([entry]))
        return after
    }

    func failure(on account: AccountID) throws -> any Error {
        try work.first(AccountTable.find(account))?.isStopped == true ? Obstacle.stopped : Broken()
    }

    @discardableResult
    func take(_ amount: PointAmount, from account: AccountID, by id: Transfer.ID, favourite: Lot.ID? = nil) throws
        -> [LotPart]
    {
        let parts = try plan(amount, from: account, favourite: favourite)
        try changeEach(parts.map(LotTable.take))
        try changeEach(parts.map { LotTable.use($0, by: id) })
        return parts
    }

    /// Members have a few lots open as a rule, and some have thousands.
    func plan(_ amount: PointAmount, from account: AccountID, favourite: Lot.ID? = nil) throws -> [LotPart] {
        let few = favourite == nil ? try work.all(LotTable.open(on: account, limit: 50)) : []
        if let parts = try LotPlan.parts(of: amount, from: few) { return parts }
        let all = try work.all(LotTable.open(on: account, limit: nil))
        guard let parts = try LotPlan.parts(of: amount, from: all, favourite: favourite) else { throw Broken() }
        return parts
    }

    func changeEach(_ statements: [Statement]) throws {
        guard try work.transaction.run(each: statements) == statements.count else { throw Broken() }
    }

    /// Every transfer is told once: its event has its id.
    func tell(_ movement: Movement) throws {
        try work.publish(PointsMoved(movement), id: movement.occurrence)
    }
}

extension Movement {
    /// The event that tells of it.
    var occurrence: Occurrence.ID {
        get throws { try Occurrence.ID(wire: Occurrence.idPrefix + id.wire.dropFirst(Transfer.idPrefix.utf8.count)) }
    }
}

extension PointsMoved {
    init(_ movement: Movement) {
        var rule: Rule.ID?
        if case .rule(let id, _, _) = movement.cause { rule = id }
        self.init(
            transfer: movement.id,
            kind: movement.kind,
            asset: movement.debit.asset,
            amount: movement.amount,
            member: movement.member,
            receiver: movement.kind == .gift ? movement.credit.member : nil,
            rule: rule
        )
    }
}
