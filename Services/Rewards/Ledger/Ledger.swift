import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Moves points within a transaction: the one place that writes accounts, entries and lots.
///
/// Every change of a member's points begins with an `UPDATE` of the account's row. That keeps other changes of the same
/// member waiting, and on PostgreSQL at read committed each later statement sees what those before it have committed;
/// so the lots that are read next are the lots that are there, without a serializable transaction that would have to be
/// repeated whenever two touch the same shard. Members' accounts are always taken before accounts of the house, and two
/// members' in the order of their ids, so no transactions wait for each other in a circle.
struct Ledger {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    var now: Instant { work.now }

    /// Why the ledger does not do what is asked, by the names that methods refuse it with. The caller gives up the
    /// transaction.
    enum Obstacle: String, Error {
        /// Less can be spent than is asked for.
        case insufficient = "insufficientPoints"
        /// The audit found the account in disorder, and nothing moves on it until somebody has looked.
        case stopped = "accountStopped"
    }

    /// The ledger contradicts itself: a fault, which the audit finds, and which undoes the transaction.
    struct Broken: Error {}
}

extension Ledger {
    /// Charges an account at once, the lots that expire first coming first; what has expired is taken away before.
    ///
    /// - Returns: what the account is afterwards; nil where the id is taken.
    func pay(_ movement: Movement) throws -> Posting? {
        try prepareToSpend(from: movement.debit)
        guard try work.run(TransferTable.insert([movement])) == 1 else { return nil }
        let after = try charge(movement)
        try post(movement, on: movement.credit, Change(balance: movement.amount.points))
        try take(movement.amount, from: movement.debit, by: movement.id)
        try tell(movement)
        return after
    }

    /// Moves points from one member to another, who gets them with the expiry that they have.
    ///
    /// - Returns: what the giver's account is afterwards; nil where the id is taken.
    func give(_ movement: Movement) throws -> Posting? {
        try work.run(AccountTable.open(movement.credit))
        for account in [movement.debit, movement.credit].sorted() { try work.run(AccountTable.lock(account)) }
        try prepareToSpend(from: movement.debit)
        guard try work.run(TransferTable.insert([movement])) == 1 else { return nil }
        let left = try charge(movement)
        let after = try post(movement, on: movement.credit, Change(balance: movement.amount.points))
        for part in try take(movement.amount, from: movement.debit, by: movement.id) {
            let lot = work.id(Lot.self)
            let new = NewLot(lot, of: movement, part.amount, expiresAt: part.expiresAt, origin: part.lot)
            try work.run(LotTable.insert([new]))
        }
        try tell(movement)
        try settle(after, on: movement.credit)
        return left
    }
}
