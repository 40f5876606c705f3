import Contract
import Models
import RPC
import ServiceLifecycle
import Synchronization
import TypedSQL

/// What a server asks its service for: health, information, metrics, the document, and who may authenticate.
struct Front<Service: HostedService>: Sendable {
    let host: Host<Service>
    let settings: HostSettings
    let registry: MetricsRegistry
    private let readiness: Readiness

    init(host: Host<Service>, settings: HostSettings, registry: MetricsRegistry) {
        self.host = host
        self.settings = settings
        self.registry = registry
        readiness = Readiness(database: host.database)
    }

    func serverSettings() throws -> ServerSettings {
        let description = try ServiceDescription<Service>()
        var server = ServerSettings()
        server.limits.drain = .seconds(settings.drain.count)
        server.acceptsMissingVersion = settings.acceptsMissingVersion
        server.terminator = TerminatorSetting(rawValue: settings.terminator.rawValue) ?? .mirror
        server.mapError = { [host] error, call in host.fault(for: error, in: call) }
        server.discovery = Array(description.openRPC.text().utf8)
        server.info = { [self] call in try await info(for: call, description.methods) }
        server.authenticate = { [host] token, call in _ = try await host.admission.bearer(of: token, call) }
        server.health = { [readiness] name in
            if let name, !name.isEmpty, name != Service.Interface.service { return HealthReport(.unknown) }
            let isReady = await readiness.isReady()
            return HealthReport(
                isReady ? .serving : .notServing,
                checks: ["db": isReady ? .serving : .notServing],
                version: Version.current
            )
        }
        server.metricsPage = { [registry] in registry.text() }
        server.tracer = TraceRecorder()
        server.logger = host.log
        return server
    }

    private func info(for call: Call, _ methods: [MethodDescription]) async throws -> [UInt8] {
        let bearer = try await host.admission.bearer(of: call)
        let allowed = methods.filter { Admission.permits($0.caller, bearer, $0.scope) }.map(\.name).sorted()
        return try JSONWriter.bytes(
            of: ServiceInfo(service: Service.Interface.service, caller: bearer?.actor.text, methods: allowed)
        )
    }

    /// The server as a part of the process: it drains when the process is told to end.
    struct Serving: ServiceLifecycle.Service {
        let server: Server
        let notifier: ServiceNotifier
        let sequencer: Sequencer

        func run() async throws {
            try? await gracefulShutdown()
            notifier.send(.stopping)
            sequencer.releaseReaders()
            await server.drain()
        }
    }
}

/// The answer to `service.info`.
struct ServiceInfo: Encodable {
    let service: String
    let version = Version.current
    /// Whose token came with the call.
    let caller: String?
    /// What that caller may call.
    let methods: [String]
    let limits = ServiceLimits()
}

/// The limits of the protocol that a caller has to know.
struct ServiceLimits: Encodable {
    let requestBytes = Limits().request
    let responseBytes = Limits().response
    let batchItems = Limits().batchItems
    let inFlightPerConnection = Limits().inFlight
    let depth = Limits().depth
}

/// Whether the database can be written to, asked at most once a second.
final class Readiness: Sendable {
    private let database: Database
    private let last = Mutex<(answer: Bool, until: ContinuousClock.Instant)>((false, .now - .seconds(1)))

    init(database: Database) { self.database = database }

    func isReady() async -> Bool {
        let known = last.withLock { $0 }
        if known.until > .now { return known.answer }
        let answer = (try? await database.probe()) != nil
        last.withLock { $0 = (answer, .now + .seconds(1)) }
        return answer
    }
}
