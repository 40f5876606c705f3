import Contract
import Hosting
import Models
import RewardsAPI
import TypedSQL

/// How one kind of event of another service is read as something that earns: by the follower when it is new, and by the
/// reconciliation later.
struct EarningReading: Sendable {
    let name: String
    let reaction: Reaction<RewardsService>
    /// Nil for an event of this kind that does not earn.
    let earning: @Sendable (EventRecord) throws -> Earning?

    init<E: Event>(_ earning: @escaping @Sendable (E, Movement.Source) -> Earning?) {
        name = E.name
        reaction = Reaction { (event: E, occasion, work, _) in
            guard let earning = earning(event, Movement.Source(event: occasion.id, at: occasion.at)) else { return }
            try Awards(work).follow(earning, at: occasion.position)
            try work.note([earning.contribution].compactMap(\.self))
        }
        self.earning = { record in
            guard let event = try record.event(E.self) else { return nil }
            return earning(event, try Movement.Source(record))
        }
    }
}

extension Following<RewardsService> {
    /// Read committed, as for what backends tell: an event is claimed by an insert, and the ledger changes by guarded
    /// single statements. A serializable batch would have to be repeated whenever somebody else is awarded meanwhile.
    static func earning<Source: ServiceInterface>(
        _ source: Source.Type,
        _ readings: [EarningReading],
        besides others: [Reaction<RewardsService>] = []
    ) -> Following {
        Following(
            source,
            others + readings.map(\.reaction),
            joint: .earning(readings, except: Set(others.map(\.event))),
            isolation: .readCommitted
        )
    }
}

extension JointReaction<RewardsService> {
    /// Of those events that do nothing but earn and count.
    fileprivate static func earning(_ readings: [EarningReading], except others: Set<String>) -> JointReaction {
        let readings = Dictionary(uniqueKeysWithValues: readings.map { ($0.name, $0) })
        return JointReaction(Set(readings.keys).subtracting(others)) { events, work in
            let followed = try events.compactMap { event in
                try readings[event.record.name]?.earning(event.record).map { earning in
                    FollowedEarning(earning: earning, position: event.occasion.position, trace: event.record.trace)
                }
            }
            try JointAwards.follow(followed, in: work)
            try work.note(followed.compactMap(\.earning.contribution))
        }
    }
}

extension Movement.Source {
    fileprivate init(_ record: EventRecord) throws {
        self.init(event: try Occurrence.ID(wire: record.id), at: try Instant(wire: record.at))
    }
}
