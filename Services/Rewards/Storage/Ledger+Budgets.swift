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

    /// What is left of a transfer that a part of may have been undone; nil where nothing is.
    func rest(of transfer: PostedTransfer) throws -> PointAmount? {
        let undone = try work.first(UndoneTable.total(of: transfer.id)) ?? .zero
        return try? PointAmount(wire: transfer.amount.points.subtracting(undone).wire)
    }
}
