import Hosting
import Models
import RewardsAPI
import TypedSQL

extension Ledger {
    /// Takes away what a member did not spend in time, apart from what is held. Doing it again finds nothing.
    ///
    /// - Returns: how many lots had something left; nil where there is no such account.
    @discardableResult
    func expire(on account: AccountID) throws -> Int? {
        guard try work.run(AccountTable.lock(account)) == 1 else { return nil }
        let due = try work.all(LotTable.due(on: account, at: now))
        for due in due { try expire(due, on: account) }
        return due.count
    }

    /// Who never got anything has nothing to spend, and no account that a transfer could name.
    func prepareToSpend(from account: AccountID) throws {
        if try expire(on: account) == nil { throw Obstacle.insufficient }
    }

    private func expire(_ due: DueLot, on account: AccountID) throws {
        let id = try LotPlan.expiryTransfer(
            of: due.lot.id,
            expiring: due.lot.expiresAt,
            timesBefore: due.timesBefore
        )
        let movement = Movement.expiry(of: due.lot, on: account, id: id, at: now)
        try record(movement)
        try deduct(movement)
        try post(movement, on: movement.credit, Change(balance: movement.amount.points))
        try changeEach([LotTable.expire(due.lot)])
        let part = LotPart(lot: due.lot.id, amount: due.lot.left, expiresAt: due.lot.expiresAt)
        try changeEach([LotTable.use(part, by: id)])
        try tell(movement)
    }
}
