import IdentityAPI
import Models
import Testing

@testable import Identity

struct ClientRulesTests {
    private let reading = ScopeName.reading

    @Test func theFirstReasonIsTheOneThatIsGiven() throws {
        let staff = try ScopeName(wire: "rewards:staff")
        #expect(throws: CreateClient.Refusal.administratorNeeded) {
            try ClientRules.check([], isAdministrator: false, held: nil)
        }
        #expect(throws: CreateClient.Refusal.scopesMissing) {
            try ClientRules.check([], isAdministrator: true, held: [])
        }
        #expect(throws: CreateClient.Refusal.scopeNotHeld) {
            try ClientRules.check([staff], isAdministrator: true, held: reading)
        }
    }

    @Test func administratorsHaveEverythingAndClientsWhatTheyWereGiven() throws {
        try ClientRules.check(ScopeName.everything, isAdministrator: true, held: nil)
        try ClientRules.check(reading, isAdministrator: true, held: reading)
    }

    @Test func aKeyLastsTwoYearsAtMost() throws {
        #expect(ClientRules.life(days: nil) == .days(365))
        #expect(ClientRules.life(days: try Quantity(wire: 30)) == .days(30))
        #expect(ClientRules.life(days: try Quantity(wire: 100_000)) == .days(730))
    }
}
