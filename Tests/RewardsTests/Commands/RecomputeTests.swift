import RewardsAPI
import Testing

@testable import Rewards

/// RFC 3797, section 6, as `wellspring-rewards recompute --key ... --entries 25 --winners 10`.
@Test func theCommandGivesTheExampleOfTheRFC() throws {
    var recompute = Recompute()
    recompute.key = "9319./2.5.8.10.12./9.18.26.34.41.45./"
    (recompute.entries, recompute.winners, recompute.profile) = (25, 10, "rfc3797")
    let places = recompute.lines.map { $0.split(separator: " ")[1] }
    #expect(places == ["17", "7", "2", "16", "25", "23", "8", "24", "19", "13"])
    #expect(recompute.lines.first == "1 17 990dd0a5692a029a98b5e01aa28f3459")
    recompute.winners = nil
    recompute.profile = "sha256"
    #expect(recompute.lines.count == 25)
    #expect(recompute.lines.allSatisfy { $0.split(separator: " ")[2].count == 64 })
}
