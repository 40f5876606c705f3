import Models
import TypedSQL

/// How often passwords were guessed in a row, under digests of addresses, known or not.
enum GuessTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE sign_in_guess (
            account TEXT NOT NULL PRIMARY KEY,
            guesses BIGINT NOT NULL,
            pause BIGINT NOT NULL,
            blocked_until BIGINT NOT NULL,
            guessed_at BIGINT NOT NULL
        )
        """,
        "CREATE INDEX sign_in_guess_age ON sign_in_guess (guessed_at)",
    ]

    /// Counts a guess before it is made, in one statement, so that guesses made at once cannot slip through together:
    /// gives the number of the guess, or no row where the account is locked. Computes ``GuessLimit/pause(after:)``.
    static func count(_ account: Digest, at now: Instant) -> Query<Int> {
        let pause = nextPause
        return Query(
            """
            INSERT INTO sign_in_guess (account, guesses, pause, blocked_until, guessed_at)
            VALUES (\(account), 1, 0, 0, \(now))
            ON CONFLICT (account) DO UPDATE SET
                guesses = sign_in_guess.guesses + 1,
                pause = \(pause),
                blocked_until = excluded.guessed_at + 1000000 * (\(pause)),
                guessed_at = excluded.guessed_at
            WHERE sign_in_guess.blocked_until <= excluded.guessed_at AND sign_in_guess.guesses < \(GuessLimit.most)
            RETURNING guesses
            """
        ) { try $0.get("guesses") }
    }

    private static var nextPause: SQL {
        """
        CASE WHEN sign_in_guess.guesses + 1 < \(GuessLimit.free) THEN 0
            WHEN sign_in_guess.pause = 0 THEN \(GuessLimit.firstPause)
            WHEN sign_in_guess.pause * 2 > \(GuessLimit.longestPause) THEN \(GuessLimit.longestPause)
            ELSE sign_in_guess.pause * 2 END
        """
    }

    /// A guess that was counted and then not made, because the threads that hash were busy.
    static func takeBack(_ account: Digest) -> Statement {
        Statement("UPDATE sign_in_guess SET guesses = guesses - 1 WHERE account = \(account) AND guesses > 0")
    }

    /// After a right guess, or a new password.
    static func clear(_ account: Digest) -> Statement {
        Statement("DELETE FROM sign_in_guess WHERE account = \(account)")
    }

    static func forget(guessedBefore: Instant) -> Statement {
        Statement("DELETE FROM sign_in_guess WHERE guessed_at < \(guessedBefore)")
    }

    static let samples: [SQL] = [
        count(.example, at: .example).sql, takeBack(.example).sql, clear(.example).sql,
        forget(guessedBefore: .example).sql,
    ]
}
