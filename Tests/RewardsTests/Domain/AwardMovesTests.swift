import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

private func award(_ amount: Int64, to member: UInt128, _ number: UInt128) throws -> Movement {
    Movement.award(
        try points(amount),
        to: Member.ID(at: .example, entropy: member),
        by: .client(Cast.client("shop")),
        because: .example,
        id: Transfer.ID(at: .example, entropy: number),
        at: .example
    )
}

/// Accounts are taken in one order whatever the order of the awards, or two transactions would wait for each other.
@Test func accountsAreTakenInOrder() throws {
    let awards = try [award(5, to: 40, 1), award(7, to: 3, 2), award(1, to: 40, 3)]
    let moves = try AwardMoves(of: awards)
    #expect(try AwardMoves(of: awards.reversed()) == moves)
    #expect(moves.credits.map(\.account) == moves.credits.map(\.account).sorted())
    #expect(moves.debits.map(\.account) == moves.debits.map(\.account).sorted())
    let both = try #require(moves.credits.first { $0.entries == 2 })
    #expect(both.change == Change(balance: try Points(wire: 6), earned: try Points(wire: 6)))
    #expect(moves.debits.reduce(0) { $0 + $1.change.balance.wire } == -13)
}

/// Each entry goes on where the account's entry before it ended.
@Test func entriesOfAnAccountAreAChain() throws {
    let awards = try (1...9).map { try award(Int64($0), to: 7, UInt128($0)) }
    let moves = try AwardMoves(of: awards)
    let after = Dictionary(
        uniqueKeysWithValues: try (moves.credits + moves.debits).map { move in
            let balance = try Points(wire: 1000).adding(move.change.balance)
            return (move.account, Posting(version: 20 + move.entries, balance: balance, held: .zero, owed: .zero))
        }
    )
    let entries = try AwardEntries(of: awards, leading: after)
    #expect(entries.balances.map(\.wire) == [1001, 1003, 1006, 1010, 1015, 1021, 1028, 1036, 1045])
    for account in after.keys {
        let own = entries.rows.filter { $0.account == account }
        #expect(own.map(\.posting.version) == Array(21...29))
        for (one, next) in zip(own, own.dropFirst()) {
            #expect(try one.posting.balance.adding(next.change.balance) == next.posting.balance)
        }
    }
}
