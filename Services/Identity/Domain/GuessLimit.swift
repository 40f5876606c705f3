import Models

/// How often a password may be guessed (NIST SP 800-63B 5.2.2; OWASP Authentication Cheat Sheet).
enum GuessLimit {
    /// Wrong guesses in a row that cost nothing, so that a few parallel sign-ins of the rightful person are let
    /// through.
    static let free = 5
    /// The first lock; each further guess doubles it.
    static let firstPause = Seconds(1)
    static let longestPause = Seconds.hours(1)
    /// In a row; from then on only a new password opens the account.
    static let most = 100
    /// A counter that has rested this long is forgotten.
    static let memory = Seconds.days(30)

    /// The lock that follows the guess of this number, counted from 1; what the statement of the table computes.
    static func pause(after guess: Int) -> Seconds {
        guard guess >= free else { return Seconds(0) }
        let doublings = min(guess - free, 30)
        return min(Seconds(firstPause.count << Int64(doublings)), longestPause)
    }
}
