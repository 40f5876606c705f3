public import Contract

/// Lists the events of other services that this service could not apply.
public struct ParkedEvents<Interface: ServiceInterface>: Method {
    public var limit: PageLimit?
    public var after: Cursor?

    public init(limit: PageLimit? = nil, after: Cursor? = nil) {
        self.limit = limit
        self.after = after
    }

    public static var name: String { "\(Interface.service).events.parked" }
    public static var summary: String {
        "Lists the events of other services that this one could not apply, oldest first."
    }
    public typealias Caller = StaffMember
    public typealias Reply = Page<ParkedEvent>
}

/// Applies a parked event again.
public struct RetryParkedEvent<Interface: ServiceInterface>: Repeatable {
    public var event: Occurrence.ID

    public init(event: Occurrence.ID) { self.event = event }

    public static var name: String { "\(Interface.service).events.retry" }
    public static var summary: String {
        "Applies a parked event again; it stays parked, with its new error, where that fails."
    }
    public typealias Caller = StaffMember
    public typealias Reply = RetryOutcome
}

/// An event that could not be applied, kept with the reason.
public struct ParkedEvent: Codable, Sendable, Hashable {
    public var event: Occurrence.ID
    /// The service that it came from.
    public var source: String
    public var name: String
    /// What went wrong at the last attempt; names of types and constraints, no personal data.
    public var error: String
    public var attempts: Int64
    public var parkedAt: Instant

    public init(event: Occurrence.ID, source: String, name: String, error: String, attempts: Int64, parkedAt: Instant) {
        self.event = event
        self.source = source
        self.name = name
        self.error = error
        self.attempts = attempts
        self.parkedAt = parkedAt
    }
}

/// What became of a parked event.
public struct RetryOutcome: Codable, Sendable, Hashable {
    public enum State: String, Codable, CaseIterable, Sendable {
        case applied, stillParked
        /// No event of this id is parked: it never was, or somebody else has applied it.
        case notParked
    }

    public var state: State
    /// What went wrong, where it is still parked.
    public var error: String?

    public init(_ state: State, error: String? = nil) {
        self.state = state
        self.error = error
    }
}
