import Hosting
import Models
import RewardsAPI
import TypedSQL

/// An award that is to be made.
struct Grant: Sendable {
    let movement: Movement
    /// Whether the caller chose its id; only then can it be taken.
    var isChosen = false
    /// The trace that it belongs to.
    var trace: String?
}

extension Ledger {
    /// The id stands for something already, and what this transaction has done has to be undone.
    struct Taken: Error {}

    /// Gives members points, which make lots, or lets them wait for their release. However many they are, what they do is
    /// written together: none of the statements needs the answer of another, until the entries, which need those of the
    /// accounts. Members' accounts are taken in the order of their ids, and then those of the house, for which others
    /// wait.
    ///
    /// - Returns: what its account has come to by each, in their order, before old debts are paid from them.
    /// - Throws: ``Taken``, ``Obstacle``; the caller undoes what was done, for all of them.
    func award(_ grants: [Grant], lifetime: Seconds) throws -> [Points] {
        let movements = grants.map(\.movement)
        let moves = try AwardMoves(of: movements)
        let credits = moves.credits.inBatches().map(AccountTable.receive)
        let transfers = movements.inBatches().map(TransferTable.insert)
        let others = try lots(of: movements, lifetime: lifetime) + tell(grants)
        let debits = moves.debits.map { AccountTable.move($0.account, by: $0.change, entries: $0.entries) }
        var outcomes = try work.transaction.run(
            together: credits.map(\.sql) + (transfers + others).map(\.sql) + debits.map(\.sql)
        )[...]
        let received = outcomes.take(credits.count)
        let written = outcomes.take(transfers.count).reduce(0) { $0 + $1.changed }
        guard written == grants.count else { throw Taken() }
        var after = Dictionary(uniqueKeysWithValues: try zip(credits, received).flatMap { try $1.all($0) })
        if let missing = moves.credits.first(where: { after[$0.account] == nil }) {
            throw try failure(on: missing.account)
        }
        for (move, (query, outcome)) in zip(moves.debits, zip(debits, outcomes.suffix(debits.count))) {
            after[move.account] = try outcome.all(query).first ?? { throw try emptiness(of: move.account) }()
        }
        return try enter(movements, leading: after)
    }

    /// Why nothing could be charged.
    private func emptiness(of account: AccountID) throws -> any Error {
        let failure = try failure(on: account)
        return failure is Broken ? Obstacle.insufficient : failure
    }

    private func enter(_ movements: [Movement], leading after: [AccountID: Posting]) throws -> [Points] {
        let entries = try AwardEntries(of: movements, leading: after)
        try work.transaction.run(each: entries.rows.inBatches().map { try EntryTable.insert($0) })
        for (account, posting) in after.sorted(by: { $0.key < $1.key }) where posting.owed > .zero {
            try settle(posting, on: account)
        }
        return entries.balances
    }

    private func lots(of movements: [Movement], lifetime: Seconds) -> [Statement] {
        let here = movements.filter { $0.credit.kind != .pending }.map { movement in
            NewLot(work.id(Lot.self), of: movement, movement.amount, expiresAt: movement.at + lifetime)
        }
        let pending = movements.filter { $0.credit.kind == .pending }.map { movement in
            OpenTransfer(
                id: movement.id,
                kind: .award,
                account: movement.credit,
                amount: movement.amount,
                dueAt: movement.dueAt
            )
        }
        return here.inBatches().map(LotTable.insert) + pending.map(OpenTransferTable.insert)
    }

    private func tell(_ grants: [Grant]) throws -> [Statement] {
        try grants.inBatches().map { batch in
            try work.statement(
                telling: batch.map { grant in
                    Told(PointsMoved(grant.movement), id: try grant.movement.occurrence, trace: grant.trace)
                }
            )
        }
    }
}

extension ArraySlice {
    /// The first of what is left, which it takes away.
    fileprivate mutating func take(_ count: Int) -> ArraySlice<Element> {
        defer { self = dropFirst(count) }
        return prefix(count)
    }
}
