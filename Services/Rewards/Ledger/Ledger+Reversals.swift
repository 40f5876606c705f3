import Hosting
import Models
import RewardsAPI
import TypedSQL

extension Ledger {
    /// Puts points back into the lots that a payment took them from, what was taken last first. Of lots whose time is
    /// up meanwhile they expire at once.
    ///
    /// - Returns: nil where more was undone before than would leave that much.
    func refund(_ payment: PostedTransfer, _ amount: PointAmount, _ remark: Movement.Remark?) throws -> Movement? {
        let movement = Movement.refund(of: payment, amount, remark, id: work.id(Transfer.self), at: now)
        try work.run(AccountTable.lock(payment.debit))
        guard try undo(amount, of: payment) else { return nil }
        let taken = try work.all(LotTable.parts(of: payment.id))
        guard let parts = try LotPlan.partsBack(of: amount, into: taken) else { throw Broken() }
        try record(movement)
        try post(movement, on: movement.credit, Change(balance: amount.points))
        try deduct(movement)
        try changeEach(parts.map(LotTable.restore))
        try changeEach(parts.map { LotTable.giveBack($0, by: movement.id) })
        try tell(movement)
        try expire(on: payment.debit)
        return movement
    }

    /// Takes an award back: what is still pending from there, else what the member can spend, the award's own lot
    /// first, and what is then missing the member owes from now on.
    ///
    /// - Returns: what it came to; nil where more was undone before than would leave that much.
    func takeBack(_ award: PostedTransfer, _ amount: PointAmount, _ remark: Movement.Remark?) throws -> [Movement]? {
        let account = award.credit.sibling(.member)
        try work.run(AccountTable.open(account))
        try expire(on: account)
        guard try undo(amount, of: award) else { return nil }
        if let open = try work.first(OpenTransferTable.find(award.id)) {
            return [try takeBack(award, pendingIn: open, amount, remark)]
        }
        return try takeBackSpent(award, amount, from: account, remark)
    }

    private func takeBack(
        _ award: PostedTransfer,
        pendingIn open: OpenTransfer,
        _ amount: PointAmount,
        _ remark: Movement.Remark?
    ) throws -> Movement {
        let id = work.id(Transfer.self)
        let movement = Movement.takingBack(award, amount, from: open.account, remark, id: id, at: now)
        try record(movement)
        try deduct(movement)
        try post(movement, on: movement.credit, Change(balance: amount.points))
        if amount == open.amount {
            guard try work.first(OpenTransferTable.end(award.id)) != nil else { throw Broken() }
        } else {
            try changeEach([OpenTransferTable.reduce(award.id, by: amount)])
        }
        try tell(movement)
        return movement
    }

    private func takeBackSpent(
        _ award: PostedTransfer,
        _ amount: PointAmount,
        from account: AccountID,
        _ remark: Movement.Remark?
    ) throws -> [Movement] {
        let row = try work.one(AccountTable.find(account))
        let available = try row.balance.subtracting(row.held)
        let there = min(available, amount.points)
        var movements: [Movement] = []
        if let part = try? PointAmount(wire: there.wire) {
            movements.append(try takeBack(award, part, from: account, remark))
        }
        if let missing = try? PointAmount(wire: amount.points.subtracting(there).wire) {
            movements.append(try owe(award, missing, by: account, remark))
        }
        return movements
    }

    private func takeBack(
        _ award: PostedTransfer,
        _ amount: PointAmount,
        from account: AccountID,
        _ remark: Movement.Remark?
    ) throws -> Movement {
        let movement = Movement.takingBack(award, amount, from: account, remark, id: work.id(Transfer.self), at: now)
        try record(movement)
        try deduct(movement, Change(earned: amount.points.negated))
        try post(movement, on: movement.credit, Change(balance: amount.points))
        let release = try work.first(TransferTable.end(of: award.id))
        let lot = try work.first(LotTable.granted(by: release ?? award.id))
        try take(amount, from: account, by: movement.id, favourite: lot)
        try tell(movement)
        return movement
    }

    private func owe(
        _ award: PostedTransfer,
        _ amount: PointAmount,
        by account: AccountID,
        _ remark: Movement.Remark?
    ) throws -> Movement {
        let debtor = account.sibling(.receivable)
        let movement = Movement.takingBack(award, amount, from: debtor, remark, id: work.id(Transfer.self), at: now)
        try work.run(AccountTable.open(debtor))
        try record(movement)
        guard try work.run(AccountTable.owe(account, amount.points)) == 1 else { throw try failure(on: account) }
        try deduct(movement)
        try post(movement, on: movement.credit, Change(balance: amount.points))
        try tell(movement)
        return movement
    }

    /// Whether that much of the transfer was left to undo.
    func undo(_ amount: PointAmount, of transfer: PostedTransfer) throws -> Bool {
        guard amount <= transfer.amount else { return false }
        return try work.run(UndoneTable.add(amount, of: transfer)) == 1
    }

    /// New points pay what the member owes, as far as they go.
    func settle(_ posting: Posting, on account: AccountID) throws {
        guard posting.owed > .zero else { return }
        try expire(on: account)
        let row = try work.one(AccountTable.find(account))
        let due = min(row.owed, try row.balance.subtracting(row.held))
        guard let amount = try? PointAmount(wire: due.wire) else { return }
        let movement = Movement.settlement(amount, on: account, id: work.id(Transfer.self), at: now)
        try record(movement)
        try deduct(movement, Change(owed: amount.points.negated))
        try post(movement, on: movement.credit, Change(balance: amount.points))
        try take(amount, from: account, by: movement.id)
        try tell(movement)
    }
}
