/// One event as others read it.
public struct EventRecord: Codable, Sendable, Hashable {
    /// Its place in the service's log: 1, 2, 3 without gaps, given after commit.
    public var position: Int64
    /// Unique over all services; the same on every reading.
    public var id: String
    /// Which event it is, for example `ideas.ideaSubmitted`.
    public var name: String
    /// When it happened, RFC 3339.
    public var at: String
    /// The trace in which it happened, W3C `traceparent`, so that what follows from it joins the same trace.
    public var trace: String?
    /// The event itself, as its type declares it.
    public var data: JSONValue

    public init(position: Int64, id: String, name: String, at: String, trace: String?, data: JSONValue) {
        self.position = position
        self.id = id
        self.name = name
        self.at = at
        self.trace = trace
        self.data = data
    }
}
