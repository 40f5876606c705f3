import Models
import Testing

@testable import Identity

struct AccessRulesTests {
    /// The promise to everybody who checks tokens without asking: a lost right is gone after five minutes.
    @Test func aTokenLivesFiveMinutes() { #expect(AccessRules.life == .minutes(5)) }
}
