import Contract
import Hosting
import Models
import TypedSQL

// A second service that follows the probe: what it tells is what the probe told.

enum RelayInterface: ServiceInterface {
    static let service = "relay"
    static let refusals = RefusalTable(block: 8000, [:])
}

/// The relay heard of an addition.
struct Relayed: Event {
    var total: Quantity
    static let name = "relay.relayed"
    static let summary = "An addition was heard of."
}

struct RelaySettings: ServiceSettings {
    init(from reader: inout SettingsReader) throws {}
}

struct RelayService: HostedService {
    typealias Interface = RelayInterface
    static let title = "Relay"
    static let summary = "A second service for tests."
    static let migrations: [Migration] = []
    static let endpoints: [Endpoint<RelayService>] = []
    static let events: [any Event.Type] = [Relayed.self]
    static let following: [Following<RelayService>] = [
        Following(
            ProbeInterface.self,
            [Reaction { (event: Added, _, work, _) in try work.publish(Relayed(total: event.total)) }]
        )
    ]
    init(settings: RelaySettings) throws {}
}
