import Hosting
import Models
import RewardsAPI
import TypedSQL

extension Ledger {
    /// Gives a budget what it may award.
    ///
    /// - Returns: what the budget's account is afterwards; nil where the id is taken.
    func fund(_ movement: Movement) throws -> Posting? {
        try work.run(AccountTable.open(movement.credit))
        guard try work.run(TransferTable.insert([movement])) == 1 else { return nil }
        let after = try post(movement, on: movement.credit, Change(balance: movement.amount.points))
        try charge(movement)
        try tell(movement)
        return after
    }

    /// Takes from a budget: what it is not to award any more, or what a group spends. The budget's account is taken
    /// first, here and where something comes back, so that no two wait for each other.
    ///
    /// - Returns: what the budget's account is afterwards; nil where the id is taken.
    func drawOn(_ movement: Movement) throws -> Posting? {
        try work.run(AccountTable.open(movement.credit))
        guard try work.run(TransferTable.insert([movement])) == 1 else { return nil }
        let after = try charge(movement)
        try post(movement, on: movement.credit, Change(balance: movement.amount.points))
        try tell(movement)
        return after
    }

    /// Puts back into a budget what a group has not spent.
    ///
    /// - Returns: whether that much of the payout was left to come back.
    func payBack(_ payout: PostedTransfer, _ amount: PointAmount, _ remark: Movement.Remark) throws -> Bool {
        let movement = Movement.payback(of: payout, amount, remark, id: work.id(Transfer.self), at: now)
        try work.run(AccountTable.lock(movement.credit))
        guard try undo(amount, of: payout) else { return false }
        try record(movement)
        try post(movement, on: movement.credit, Change(balance: amount.points))
        try deduct(movement)
        try tell(movement)
        return true
    }

    /// What is left of a transfer that a part of may have been undone; nil where nothing is.
    func rest(of transfer: PostedTransfer) throws -> PointAmount? {
        let undone = try work.first(UndoneTable.total(of: transfer.id)) ?? .zero
        return try? PointAmount(wire: transfer.amount.points.subtracting(undone).wire)
    }
}
