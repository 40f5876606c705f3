import Contract
import RewardsAPI
import Testing

@Test(arguments: ["a", "idea-submitted", "q3-2026", String(repeating: "x", count: 64)])
func ruleKeyIsTaken(text: String) throws {
    #expect(try RuleKey(wire: text).wire == text)
}

@Test(arguments: ["", "Idea", "idea_submitted", "-a", "a-", "a--b", "é", String(repeating: "x", count: 65)])
func ruleKeyIsRefused(text: String) {
    #expect(throws: InvalidValue.self) { try RuleKey(wire: text) }
}
