// What a caller is told when something that a service stands on is away or in the way.
extension Fault {
    /// The database did not say whether the change was made. Not a refusal to run: only a call with an idempotency key
    /// may be sent again without thought.
    public static let outcomeUnknown = Fault(
        code: -32003,
        message: "Whether the change was made is not known; ask again with the same idempotency key.",
        reason: "OUTCOME_UNKNOWN",
        isRetryable: true
    )

    /// Other changes were in the way, again and again; the call had no effect.
    public static let conflict = unavailable("Too many changes at once.", reason: "CONFLICT", retryAfter: 50)

    /// The storage has no space left; the call had no effect.
    public static let storageFull = unavailable("The storage is full.", reason: "STORAGE_FULL", retryAfter: 5000)

    /// The database takes no changes, as during a failover; the call had no effect.
    public static let readOnly = unavailable(
        "The database is read-only at the moment.",
        reason: "READ_ONLY",
        retryAfter: 1000
    )

    /// Something that this service needs is away for a while; the call had no effect.
    public static func unavailable(
        _ what: String,
        reason: String = "UNAVAILABLE",
        retryAfter milliseconds: Int = 500
    ) -> Fault {
        var fault = Fault(code: -32009, message: what, reason: reason, isRetryable: true)
        fault.retryAfterMilliseconds = milliseconds
        return fault
    }

    /// The rows of this file for the documents.
    static let ofStorage: [Fault] = [
        .outcomeUnknown, .conflict, .storageFull, .readOnly, .unavailable("Something that the service needs is away."),
    ]
}
