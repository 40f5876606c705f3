public import Contract

/// Reads a service's event log from a position on; the same method for every service.
///
/// Whoever follows stores the position of the last event that it has applied, in the transaction in which it applied
/// it, and asks for what comes after. With `waitMs` the answer is held back until there is something to tell.
public struct ReadEvents<Interface: ServiceInterface>: Method {
    /// The position of the last event that was applied; 0 or absent reads from the beginning.
    public var after: LogPosition?
    public var limit: PageLimit?
    public var waitMs: WaitMilliseconds?

    public init(after: LogPosition? = nil, limit: PageLimit? = nil, waitMs: WaitMilliseconds? = nil) {
        self.after = after
        self.limit = limit
        self.waitMs = waitMs
    }

    public static var name: String { "\(Interface.service).events.read" }
    public static var summary: String {
        "Reads the events of this service after a position, in order and without gaps."
    }
    public static var details: String {
        "Nothing is ever removed from the front of the log while somebody may need it. An empty answer means that there is nothing yet."
    }
    public typealias Caller = PeerService
    public typealias Reply = EventBatch
}

/// Some events in their order.
public struct EventBatch: Codable, Sendable, Hashable {
    public var events: [EventRecord]
    public init(events: [EventRecord]) { self.events = events }
}

/// A place in an event log; the first event has 1.
public struct LogPosition: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...9_007_199_254_740_991).contains(wire) else { throw InvalidValue("must be from 0 to 2^53 - 1") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static let start = LogPosition(unchecked: 0)
    public static var schema: Schema {
        Schema(.integer(0...9_007_199_254_740_991), "A place in an event log; 0 is before the first.")
    }
    public static var example: LogPosition { start }
    public static func < (left: LogPosition, right: LogPosition) -> Bool { left.wire < right.wire }
}

/// How long an answer may be held back.
public struct WaitMilliseconds: WireValue {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (0...25_000).contains(wire) else { throw InvalidValue("must be from 0 to 25000 milliseconds") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static var schema: Schema {
        Schema(.integer(0...25_000), "How long an answer may be held back.", unit: "milliseconds")
    }
    public static var example: WaitMilliseconds { WaitMilliseconds(unchecked: 0) }
}
