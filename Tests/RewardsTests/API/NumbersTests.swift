import Contract
import RewardsAPI
import Testing

@Test func ruleVersionsCountFromOne() throws {
    #expect(throws: InvalidValue.self) { try RuleVersion(wire: 0) }
    #expect(RuleVersion.first.next.wire == 2)
    #expect(try RuleVersion(wire: 1_000_000_000).next.wire == 1_000_000_000)
}

@Test func ranksBeginAtOne() throws {
    #expect(throws: InvalidValue.self) { try Rank(wire: 0) }
    #expect(try Rank(wire: 1).wire == 1)
}

@Test func countsMayBeNothing() throws {
    #expect(try Count(wire: 0) == .zero)
    #expect(throws: InvalidValue.self) { try Count(wire: -1) }
}
