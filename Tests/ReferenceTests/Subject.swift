import Contract
import class Foundation.FileManager
import struct Foundation.UUID
@testable import Feedback
@testable import Hosting
@testable import Ideas
@testable import Identity
import RPC
@testable import Rewards
import Support
import Testing
import TypedSQL

/// One of the four services, with what the reference says of it.
struct Subject: Sendable, CustomTestStringConvertible {
    let name: String
    let refusals: RefusalTable
    let migrations: [Migration]
    let samples: @Sendable () throws -> [SQL]
    let methods: @Sendable () throws -> [MethodDescription]
    let events: @Sendable () throws -> [EventDescription]
    let openRPC: @Sendable () throws -> JSONValue
    let manual: @Sendable () throws -> String
    let settings: @Sendable () async throws -> String
    /// Reads each method's example as a call, without running it; gives the names of those that cannot be read.
    let unreadable: @Sendable () async throws -> [String]
    /// What it follows: the service and the event.
    let followed: [(source: String, event: String)]

    var testDescription: String { name }

    static let all = [
        Subject(IdentityService.self) { IdentityStorage.samples }, Subject(IdeasService.self) { IdeasStorage.samples },
        Subject(RewardsService.self) { try RewardsStorage.samples() },
        Subject(FeedbackService.self) { FeedbackStorage.samples },
    ]

    private init<S: HostedService>(_ service: S.Type, samples: @escaping @Sendable () throws -> [SQL]) {
        name = S.Interface.service
        refusals = S.Interface.refusals
        migrations = Host<S>.migrations
        self.samples = samples
        methods = { try ServiceDescription<S>().methods }
        events = { try ServiceDescription<S>().events }
        openRPC = { try ServiceDescription<S>().openRPC }
        manual = { try ServiceDescription<S>().manual }
        settings = { try await ServiceDescription<S>.settings() }
        unreadable = { try await Examples<S>.unreadable() }
        followed = S.allFollowing.flatMap { following in
            following.reactions.keys.sorted().map { (following.source, $0) }
        }
    }
}

/// The examples in the documents, sent through the decoding that a real call goes through.
private enum Examples<S: HostedService> {
    static func unreadable() async throws -> [String] {
        var names: [String] = []
        let keys = FileManager.default.temporaryDirectory.appending(path: "reference-\(UUID()).json").path()
        defer { for file in [keys, keys + ".lock"] { try? FileManager.default.removeItem(atPath: file) } }
        let settings = ["WELLSPRING_IDENTITY_SIGNING_KEYS_FILE": keys]
        try await Harness<S>.run(on: .sqlite, settings: settings) { harness in
            for endpoint in S.allEndpoints where !(try isReadable(endpoint, on: harness.host)) {
                names.append(endpoint.name)
            }
        }
        return names
    }

    private static func isReadable(_ endpoint: Endpoint<S>, on host: Host<S>) throws -> Bool {
        let example = try endpoint.describe().example
        var writer = JSONWriter()
        try Envelope.writeRequest(
            id: Array("1".utf8),
            method: endpoint.name,
            params: example.params,
            meta: CallMeta(),
            to: &writer
        )
        return try writer.bytes.withUnsafeBytes { bytes in
            guard case .single(.call(let request)) = Envelope.parse(bytes),
                case .task(let prepare) = try endpoint.route(host).handle
            else { return false }
            let now = ContinuousClock.now
            let call = Call(
                method: endpoint.name,
                meta: request.meta,
                peer: Peer(uid: 0, gid: 0),
                connection: ConnectionState(),
                received: now,
                deadline: now + .seconds(1)
            )
            return (try? prepare(request.params, call)) != nil
        }
    }
}
