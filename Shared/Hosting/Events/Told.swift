public import Contract
public import Models
public import TypedSQL

extension Transaction {
    /// What this service itself has told of one kind, for what it does behind its own events. They are numbered after
    /// the commit, so a reader by position misses none.
    ///
    /// - Returns: the events of this kind among the next `limit`, and the position after those; nil at the end.
    public func told<E: Event>(_ type: E.Type, after position: LogPosition, limit: PageLimit) throws
        -> (events: [E], end: LogPosition)?
    {
        let records = try all(EventLogTable.after(position, limit: limit))
        guard let last = records.last else { return nil }
        let events = try records.filter { $0.name == E.name }.map { try EventData.event(E.self, from: $0.data) }
        return (events, try LogPosition(wire: last.position))
    }
}

extension Transaction {
    /// How far this service has followed the log of another one, parked events included.
    public func followed(_ source: any ServiceInterface.Type) throws -> LogPosition {
        try first(FollowerTable.position(of: source.service)) ?? .start
    }
}

extension EventRecord {
    /// The event itself; nil where it is another one.
    public func event<E: Event>(_ type: E.Type) throws -> E? {
        name == E.name ? try EventData.event(type, from: data) : nil
    }
}

/// An event that is told.
public struct Told<E: Event>: Sendable {
    let event: E
    let id: Occurrence.ID
    let trace: String?

    /// - Parameters:
    ///   - id: of the happening; the same happening is told once.
    ///   - trace: that what happened belongs to.
    public init(_ event: E, id: Occurrence.ID, trace: String?) {
        (self.event, self.id, self.trace) = (event, id, trace)
    }
}
