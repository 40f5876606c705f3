import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test func issuersShareTheMembersEvenly() {
    var counts: [AccountID: Int] = [:]
    for number in 0..<1600 {
        counts[.issuer(of: .petals, for: Member.ID(at: .example, entropy: UInt128(number))), default: 0] += 1
    }
    let issuers = AccountID.house.filter { $0.kind == .issuer && $0.asset == .petals }
    #expect(counts == Dictionary(uniqueKeysWithValues: issuers.map { ($0, 100) }))
}

@Test func aMemberHasOneIssuer() {
    let ines = Cast.member("Ines")
    #expect(AccountID.issuer(of: .points, for: ines) == .issuer(of: .points, for: ines))
}

@Test func accountsAreReadAsTheyAreWritten() {
    let ines = Cast.member("Ines")
    let accounts =
        AccountID.house
        + Asset.allCases.flatMap { asset in
            [AccountID.member(ines, asset), .pending(ines, asset), .receivable(ines, asset)]
        }
    for account in accounts { #expect(AccountID(rawValue: account.rawValue) == account) }
    #expect(Set(accounts.map(\.rawValue)).count == accounts.count)
    #expect(AccountID.member(ines, .points).member == ines)
    #expect(accounts.sorted().map(\.rawValue) == accounts.map(\.rawValue).sorted())
    for text in ["", "member", "member:gold:x", "purse:points:x"] { #expect(AccountID(rawValue: text) == nil) }
}
