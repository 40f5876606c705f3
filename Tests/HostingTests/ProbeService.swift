import Contract
import Hosting
import IdentityAPI
import Models
import TypedSQL

// A service as small as one can be, to try what Hosting does for every service.

enum ProbeInterface: ServiceInterface {
    static let service = "probe"
    static let refusals = RefusalTable(block: 9000, ["tooMany": "There is no room for so many."])
}

/// Something happened elsewhere.
struct SomethingHappened: Event {
    var number: Quantity
    static let name = "identity.somethingHappened"
    static let summary = "Something happened."
}

/// The probe added something.
struct Added: Event {
    var total: Quantity
    static let name = "probe.added"
    static let summary = "Something was added."
}

struct Total: Codable, Sendable, Equatable { var total: Quantity }

/// Adds to a sum.
struct Add: Repeatable {
    typealias Interface = ProbeInterface
    var number: Quantity
    static let name = "probe.add"
    static let summary = "Adds to the sum."
    typealias Caller = ActingMember
    typealias Reply = Total
    enum Refusal: String, Contract.Refusal { case tooMany }
}

/// Forgets that a repeatable method's write returns its reply.
struct AddWrongly: Repeatable {
    typealias Interface = ProbeInterface
    var number: Quantity
    static let name = "probe.addWrongly"
    static let summary = "Adds to the sum, and returns something else from its write."
    typealias Caller = ActingMember
    typealias Reply = Total
}

struct ProbeSettings: ServiceSettings {
    let ceiling: Int
    init(from reader: inout SettingsReader) throws {
        ceiling = try reader.integer("probe.ceiling", default: 100, in: 1...1000, unit: "pieces", "The highest sum.")
    }
}

struct ProbeService: HostedService {
    typealias Interface = ProbeInterface
    static let title = "Probe"
    static let summary = "A service for tests."
    static let migrations = [
        Migration(
            101,
            "sum",
            ["CREATE TABLE sum_part (id TEXT NOT NULL PRIMARY KEY, number BIGINT NOT NULL CHECK (number < 900))"]
        )
    ]
    static let endpoints: [Endpoint<ProbeService>] = [Endpoint(Add.self), Endpoint(AddWrongly.self)]
    static let events: [any Event.Type] = [Added.self]
    static let following: [Following<ProbeService>] = [
        Following(
            IdentityInterface.self,
            [
                Reaction { (event: SomethingHappened, occasion, work, _) in
                    try work.run(ProbeTable.insert(occasion.id.wire, event.number))
                    try work.publish(Added(total: event.number))
                }
            ]
        )
    ]
    let settings: ProbeSettings
    init(settings: ProbeSettings) throws { self.settings = settings }
}

enum ProbeTable {
    static func insert(_ id: String, _ number: Quantity) -> Statement {
        Statement("INSERT INTO sum_part (id, number) VALUES (\(id), \(number))")
    }

    static var sum: Query<Int64> {
        Query("SELECT CAST(COALESCE(SUM(number), 0) AS BIGINT) AS total FROM sum_part") { row in try row.get("total") }
    }
}

extension Add: Handled {
    func respond(to member: ActingMember, in context: Context<ProbeService>) async throws -> Total {
        let ceiling = context.service.settings.ceiling
        return try await context.write { work in
            let total = try work.one(ProbeTable.sum) + number.wire
            guard total <= ceiling else { throw Refusal.tooMany }
            try work.run(ProbeTable.insert(work.id(Occurrence.self).wire, number))
            let reply = Total(total: try Quantity(wire: total))
            try work.publish(Added(total: reply.total))
            return reply
        }
    }
}

extension AddWrongly: Handled {
    func respond(to member: ActingMember, in context: Context<ProbeService>) async throws -> Total {
        _ = try await context.write { work in try work.run(ProbeTable.insert(work.id(Occurrence.self).wire, number)) }
        return Total(total: number)
    }
}
