import Models
import RewardsAPI

/// What several movements do to one account together.
struct AccountMove: Hashable, Sendable {
    let account: AccountID
    var change = Change()
    /// How many movements they are; each has an entry.
    var entries: Int64 = 0
}

/// What several awards do to their accounts together, in the order in which accounts are taken.
struct AwardMoves: Hashable, Sendable {
    let credits: [AccountMove]
    let debits: [AccountMove]

    init(of movements: [Movement]) throws {
        var credits: [AccountID: AccountMove] = [:]
        var debits: [AccountID: AccountMove] = [:]
        for movement in movements {
            let amount = movement.amount.points
            try credits[movement.credit, default: AccountMove(account: movement.credit)].add(amount)
            try debits[movement.debit, default: AccountMove(account: movement.debit)].add(amount.negated)
        }
        self.credits = credits.values.sorted { $0.account < $1.account }
        self.debits = debits.values.sorted { $0.account < $1.account }
    }
}

extension AccountMove {
    /// What a member has earned is counted when it is no longer pending.
    fileprivate mutating func add(_ amount: Points) throws {
        change.balance = try change.balance.adding(amount)
        if account.kind == .member { change.earned = change.balance }
        entries += 1
    }
}

/// An entry that is to be written.
struct NewEntry: Hashable, Sendable {
    let account: AccountID
    /// What the account has become by it.
    let posting: Posting
    let change: Change
    let transfer: Transfer.ID
}

/// The entries of several awards, found backwards from what the accounts have become by all of them.
struct AwardEntries: Hashable, Sendable {
    /// An account's own in their order.
    let rows: [NewEntry]
    /// What its account has come to by each award.
    let balances: [Points]

    /// - Throws: where an account is missing.
    init(of movements: [Movement], leading after: [AccountID: Posting]) throws {
        var current = after
        var rows: [NewEntry] = []
        var balances: [Points] = []
        for movement in movements.reversed() {
            let amount = movement.amount.points
            balances.append(current[movement.credit]?.balance ?? .zero)
            try rows.append(current.stepBack(by: movement, on: movement.credit, amount))
            try rows.append(current.stepBack(by: movement, on: movement.debit, amount.negated))
        }
        (self.rows, self.balances) = (rows.reversed(), balances.reversed())
    }
}

extension [AccountID: Posting] {
    fileprivate mutating func stepBack(by movement: Movement, on account: AccountID, _ amount: Points) throws
        -> NewEntry
    {
        guard let posting = self[account] else { throw Ledger.Broken() }
        self[account] = Posting(
            version: posting.version - 1,
            balance: try posting.balance.subtracting(amount),
            held: posting.held,
            owed: posting.owed
        )
        return NewEntry(account: account, posting: posting, change: Change(balance: amount), transfer: movement.id)
    }
}
