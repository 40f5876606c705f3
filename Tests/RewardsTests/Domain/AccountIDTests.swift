import Models
import Support
import Testing

@testable import Rewards

@Test func issuersShareTheMembersEvenly() {
    var counts: [AccountID: Int] = [:]
    for number in 0..<1600 { counts[.issuer(for: Member.ID(at: .example, entropy: UInt128(number))), default: 0] += 1 }
    #expect(counts == Dictionary(uniqueKeysWithValues: AccountID.issuers.map { ($0, 100) }))
}

@Test func aMemberHasOneIssuer() {
    let ines = Cast.member("Ines")
    #expect(AccountID.issuer(for: ines) == .issuer(for: ines))
    #expect(AccountID.member(ines).rawValue == ines.wire)
}
