import Models
import Testing

@testable import Identity

struct GuessLimitTests {
    @Test func theFirstGuessesAreFreeAndTheOthersDouble() {
        #expect((1...8).map { GuessLimit.pause(after: $0).count } == [0, 0, 0, 0, 1, 2, 4, 8])
    }

    @Test func noPauseIsLongerThanAnHour() {
        #expect(GuessLimit.pause(after: 16).count == 2048)
        #expect(GuessLimit.pause(after: 17) == .hours(1))
        #expect(GuessLimit.pause(after: 100) == .hours(1))
    }

    /// A hundred guesses take days, however patient the guesser.
    @Test func aHundredGuessesTakeDays() {
        let total = (1...GuessLimit.most).reduce(Int64(0)) { $0 + GuessLimit.pause(after: $1).count }
        #expect(total > Seconds.days(3).count)
    }
}
