public import Contract
public import Models
import RPC
public import TypedSQL

/// What a service does when something happened in another one.
public struct Following<Service: HostedService>: Sendable {
    let source: String
    private(set) var reactions: [String: Reaction<Service>]
    let joint: JointReaction<Service>?
    let isolation: Isolation
    let page: @Sendable (RPC.Client, LogPosition) async throws -> [EventRecord]

    /// Where several react to one event, all do, in this order and in one transaction.
    ///
    /// - Parameters:
    ///   - joint: takes the place of the reactions where events of its kinds come one after another.
    ///   - isolation: serializable, unless a race test shows that less is safe.
    public init<Source: ServiceInterface>(
        _ source: Source.Type,
        _ reactions: [Reaction<Service>],
        joint: JointReaction<Service>? = nil,
        isolation: Isolation = .serializable
    ) {
        self.source = Source.service
        self.joint = joint
        self.isolation = isolation
        self.reactions = Dictionary(reactions.map { ($0.event, $0) }, uniquingKeysWith: { $0.followed(by: $1) })
        page = { client, position in
            let request = try ReadEvents<Source>(
                after: position,
                limit: PageLimit(wire: 500),
                waitMs: WaitMilliseconds(wire: 10_000)
            )
            return try await client.call(request).events
        }
    }

    func adding(_ reaction: Reaction<Service>) -> Following<Service> {
        var more = self
        more.reactions[reaction.event] = reaction
        return more
    }
}

/// One event, and what follows from it. Runs once per event, in the transaction in which the cursor moves on.
public struct Reaction<Service: HostedService>: Sendable {
    /// The name of the event.
    public let event: String
    let apply: @Sendable (EventRecord, Occasion, Work<Service>) throws -> Void

    public init<E: Event>(_ body: @escaping @Sendable (E, Occasion, Work<Service>, Service) throws -> Void) {
        event = E.name
        apply = { record, occasion, work in
            try body(EventData.event(E.self, from: record.data), occasion, work, work.service)
        }
    }

    private init(event: String, apply: @escaping @Sendable (EventRecord, Occasion, Work<Service>) throws -> Void) {
        self.event = event
        self.apply = apply
    }

    func followed(by next: Reaction<Service>) -> Reaction<Service> {
        Reaction(event: event) { record, occasion, work in
            try apply(record, occasion, work)
            try next.apply(record, occasion, work)
        }
    }
}

/// Where and when an event happened.
public struct Occasion: Sendable, Hashable {
    /// The service that tells.
    public let source: String
    public let position: LogPosition
    /// Unique over all services: the key under which an effect can be made only once.
    public let id: Occurrence.ID
    public let at: Instant

    init(_ record: EventRecord, from source: String) throws {
        self.source = source
        position = try LogPosition(wire: record.position)
        id = try Occurrence.ID(wire: record.id)
        at = try Instant(wire: record.at)
    }
}
