import Contract
import Testing

@Suite struct CallerRuleTests {
    @Test(arguments: [
        (CallerRule(kinds: [.member]), "A member."),
        (CallerRule(kinds: [.service, .member]), "A member, or another service."),
        (
            CallerRule(kinds: [.member, .client], roles: ["b", "a"]),
            "A member with the role a or b, or an API client with the scope."
        ),
        (CallerRule(kinds: [.member], allowsVisitors: true), "Anyone, with or without a token."),
    ])
    func sentences(rule: CallerRule, sentence: String) { #expect(rule.sentence == sentence) }
}
