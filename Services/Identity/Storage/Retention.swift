import Models
import TypedSQL

/// What is deleted after which time.
enum Retention {
    static func statements(at now: Instant) -> [Statement] {
        [
            OneTimeCodeTable.forget(before: now - .days(30)),
            SessionTable.forget(renewedBefore: now - .days(395)),
            GuessTable.forget(guessedBefore: now - GuessLimit.memory),
            InvitationTable.forget(expiredBefore: now - .days(90)),
            MessageTable.forget(createdBefore: now - .days(30)),
        ]
    }
}
