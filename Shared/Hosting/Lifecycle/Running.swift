import Contract
import Foundation
import IdentityAPI
import Logging
import Metrics
import Models

import Postgres
import RPC
import SQLite
import ServiceLifecycle
import TypedSQL
import UnixSignals

/// A service with its settings read: what the commands do with it.
struct Running<Service: HostedService> {
    let settings: HostSettings
    let service: Service
    let declared: [Setting]
    private let clock = WallClock.system

    /// - Throws: ``SettingsProblem``, also for a variable that means nothing.
    init(config: String?) async throws {
        let environment = ProcessInfo.processInfo.environment
        var reader = try await SettingsReader(
            environment: environment,
            file: config ?? environment["WELLSPRING_CONFIG"]
        )
        settings = try HostSettings(from: &reader, service: Service.Interface.service, others: Self.others)
        service = try Service(settings: Service.Settings(from: &reader))
        declared = reader.declared
        if let unknown = reader.unknownVariables.first {
            throw SettingsProblem("\(unknown) is no setting of this service; `check` lists those that are.")
        }
    }

    /// Identity, whose keys everybody needs, and what is followed.
    static var others: [String] {
        let names = Set(Service.allFollowing.map(\.source) + [IdentityInterface.service])
        return names.subtracting([Service.Interface.service]).sorted()
    }

    func migrate() async throws -> [String] {
        let database = try openDatabase()
        defer { Task { await database.close() } }
        return try await Host(service, database: database, log: logger()).migrate()
    }

    func health() async throws -> String {
        var clientSettings = ClientSettings()
        clientSettings.timeout = .seconds(2)
        clientSettings.patience = .zero
        let client = RPC.Client(path: settings.socketPath, settings: clientSettings)
        let report = try await client.call(name: "health.check")
        await client.close()
        if case .string(let status)? = report["status"] { return status }
        return "UNKNOWN"
    }

    func serve() async throws {
        let inherited = InheritedSockets.take()
        let notifier = ServiceNotifier.inherited()
        let registry = MetricsRegistry()
        MetricsSystem.bootstrap(registry)
        let log = logger()
        let database = try await openAndMigrate(log)
        let host = Host(service, database: database, clock: clock, log: log, peers: try peers())
        try await host.prepare()
        let front = Front(host: host, settings: settings, registry: registry)
        let server = Server(router: try host.router(), settings: try front.serverSettings())
        try await server.start(on: [endpoint(inherited)])
        notifier.send(.ready, .status("serving"))
        log.info("serving", metadata: ["path": "\(settings.socketPath)", "version": "\(Version.current)"])
        try await run(host, server, notifier, log)
        await database.close()
    }

    private func run(_ host: Host<Service>, _ server: Server, _ notifier: ServiceNotifier, _ log: Logger) async throws {
        var services: [any ServiceLifecycle.Service] = [
            Background { await host.sequencer.run(interval: .milliseconds(250)) }
        ]
        services += followers(host)
        services += (Service.duties + Housekeeping.duties(keeping: settings.idempotencyKept)).map { duty in
            Background { await DutyLoop(duty: duty, host: host).run() }
        }
        services.append(Front<Service>.Serving(server: server, notifier: notifier, sequencer: host.sequencer))
        let group = ServiceGroup(services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: log)
        try await group.run()
    }

    private func followers(_ host: Host<Service>) -> [any ServiceLifecycle.Service] {
        Service.allFollowing.compactMap { following in
            guard let client = host.peers[following.source] else { return nil }
            return Background { await Follower(following: following, host: host, client: client).run() }
        }
    }

    private func endpoint(_ inherited: InheritedSockets) throws -> Server.Endpoint {
        if let descriptor = inherited[Service.Interface.service] { return .descriptor(descriptor) }
        return .path(try SocketPath(settings.socketPath), mode: UInt32(settings.socketMode))
    }

    /// Clients of the other services, with this service's own token.
    private func peers() throws -> Peers {
        let identity = settings.peerSockets[IdentityInterface.service].map {
            RPC.Client(path: $0, settings: clientSettings(nil))
        }
        let source = try tokenSource(identity)
        var clients = settings.peerSockets.mapValues { RPC.Client(path: $0, settings: clientSettings(source)) }
        // Keys are public, and asked for before there is a token: identity is called without one for them.
        if let identity { clients["identity.keys"] = identity }
        return Peers(clients)
    }

    private func tokenSource(_ identity: RPC.Client?) throws -> TokenSource? {
        guard let text = settings.serviceKey, let identity else { return nil }
        guard let key = try? ClientKey(wire: text) else {
            throw SettingsProblem("\(Setting.variable("service.key.file")) does not hold a key of the form wsk_…_…_….")
        }
        return TokenSource(key: key, identity: identity, clock: clock)
    }

    private func clientSettings(_ source: TokenSource?) -> ClientSettings {
        var settings = ClientSettings()
        settings.tracer = TraceRecorder()
        if let source { settings.authorization = { try await source.token() } }
        return settings
    }

    private func logger() -> Logger {
        let name = Service.Interface.service
        var logger = Logger(label: name) { _ in JSONLog(service: name, clock: .system) }
        logger.logLevel = Logger.Level(rawValue: settings.logLevel.rawValue) ?? .info
        return logger
    }

    private func openDatabase() throws -> Database {
        if settings.databaseURL.hasPrefix("sqlite:") {
            return try .sqlite(path: String(settings.databaseURL.dropFirst(7)), groupLimit: settings.databaseGroup)
        }
        guard settings.databaseURL.hasPrefix("postgres") else {
            throw SettingsProblem("\(Setting.variable("database.url")) must begin with sqlite: or postgres://.")
        }
        return try .postgres(
            url: settings.databaseURL,
            poolSize: settings.databaseConnections,
            groupLimit: settings.databaseGroup
        )
    }

    /// A database that is away is waited for; one that is wrong is not.
    private func openAndMigrate(_ log: Logger) async throws -> Database {
        let database = try openDatabase()
        var pause = Backoff()
        while true {
            do {
                for name in try await database.migrate(Host<Service>.migrations, service: Service.Interface.service) {
                    log.info("migrated", metadata: ["migration": "\(name)"])
                }
                return database
            } catch let error as SQLError where error.isRetryable {
                log.warning("waiting for the database", metadata: ["error": "\(error)"])
                await pause.wait()
                try Task.checkCancellation()
            }
        }
    }
}

/// Something that runs until the process ends.
struct Background: ServiceLifecycle.Service {
    let work: @Sendable () async -> Void

    func run() async throws {
        await cancelWhenGracefulShutdown { await work() }
    }
}
