public import Contract
import Models
import TypedSQL

/// What follows from several events together, for those who can write it with fewer statements than one by one. What they
/// leave behind has to be the same.
public struct JointReaction<Service: HostedService>: Sendable {
    let events: Set<String>
    let apply: @Sendable ([FollowedEvent], Work<Service>) throws -> Void

    /// - Parameters:
    ///   - events: the names of those that may be taken together.
    ///   - apply: gets two or more, in their order.
    public init(_ events: Set<String>, _ apply: @escaping @Sendable ([FollowedEvent], Work<Service>) throws -> Void) {
        self.events = events
        self.apply = apply
    }
}

/// An event of another service, with where and when it happened.
public struct FollowedEvent: Sendable {
    public let record: EventRecord
    public let occasion: Occasion
}

enum Reactions<Service: HostedService> {
    /// In their order. An event for which there is no reaction is passed over.
    static func apply(_ records: [EventRecord], from source: String, in work: Work<Service>) throws {
        guard let following = Service.allFollowing.first(where: { $0.source == source }) else { return }
        var together: [FollowedEvent] = []
        for record in records where following.reactions[record.name] != nil {
            let event = FollowedEvent(record: record, occasion: try Occasion(record, from: source))
            if following.joint?.events.contains(record.name) == true {
                together.append(event)
            } else {
                try following.apply(together, in: work)
                together = []
                try following.apply([event], in: work)
            }
        }
        try following.apply(together, in: work)
    }

    /// A database that is away comes back, and a full disk gets space; everything else would fail the same way again.
    static func isPermanent(_ error: any Error) -> Bool {
        if let error = error as? SQLError { return !error.isRetryable }
        return !(error is CancellationError)
    }

    /// The type and the kind of an error, without values that could be somebody's.
    static func reason(_ error: any Error) -> String {
        if let error = error as? SQLError { return "database: \(error)" }
        return "\(type(of: error)): \(error)".prefix(500).description
    }
}

extension Following {
    fileprivate func apply(_ events: [FollowedEvent], in work: Work<Service>) throws {
        if events.count > 1, let joint { return try joint.apply(events, work) }
        for event in events {
            work.trace = event.record.trace
            try reactions[event.record.name]?.apply(event.record, event.occasion, work)
        }
    }
}
