import Models
import Testing

@testable import Identity

struct OneTimeCodeTests {
    @Test func itIsOpenUntilItsLastMoment() {
        let code = OneTimeCode(expiresAt: .example, usedAt: nil)
        #expect(code.state(at: .example - Seconds(1)) == .open)
        #expect(code.state(at: .example) == .expired)
    }

    @Test func thatItWasUsedIsSaidBeforeThatItExpired() {
        let code = OneTimeCode(expiresAt: .example, usedAt: .example - Seconds(5))
        #expect(code.state(at: .example - Seconds(1)) == .spent)
        #expect(code.state(at: .example + Seconds(1)) == .spent)
    }
}
