public import Contract
public import IdentityAPI
public import Logging
public import Models
import Postgres
public import RPC
public import TypedSQL

/// A service together with what it runs on: the same in production, embedded and under test.
public final class Host<Service: HostedService>: Sendable {
    public let service: Service
    public let database: Database
    public let clock: WallClock
    public let random: RandomSource
    public let log: Logger
    public let peers: Peers
    let sequencer: Sequencer
    let stamps: Stamps
    let revocations = Revocations()
    private let verifier: TokenVerifier

    /// - Parameters:
    ///   - peers: clients of the other services, by name.
    ///   - extraKeys: trusted beside those of the service's own trust: a test that has no identity service signs its
    ///     callers' tokens itself.
    public init(
        _ service: Service,
        database: Database,
        clock: WallClock = .system,
        random: RandomSource = .system,
        log: Logger,
        peers: Peers = Peers([:]),
        extraKeys: [SigningKey] = []
    ) {
        self.service = service
        self.database = database
        self.clock = clock
        self.random = random
        self.log = log
        self.peers = peers
        sequencer = Sequencer(database: database, log: log)
        stamps = Stamps(clock: clock)
        let trust = Service.trust
        let environment = TrustEnvironment(database: database, peers: peers, clock: clock)
        let ring = KeyRing(clock: clock) { try await trust.keys(service, environment) + extraKeys }
        verifier = TokenVerifier(clock: clock, ring: ring)
    }

    var admission: Admission { Admission(verifier: verifier, revocations: revocations) }

    /// Brings the database to this version; safe to run beside another process of the service.
    /// - Returns: the names of the migrations that were applied.
    public func migrate() async throws -> [String] {
        try await database.migrate(Self.migrations, service: Service.Interface.service)
    }

    /// Hosting's own tables come first; the service's numbers start at 101.
    public static var migrations: [Migration] {
        [IdempotencyTable.migration, EventLogTable.migration, FollowerTable.migration, RevokedSessionTable.migration]
            + Service.migrations
    }

    /// Lets another role serve what this one has migrated, with no right to change what is only ever added to. On
    /// SQLite nothing happens.
    public func grantUse(to role: String) async throws {
        try await database.grantUse(to: role, final: Service.finalTables + [EventLogTable.final])
    }

    /// After the migrations, before the first call.
    public func prepare() async throws {
        try await revocations.reload(from: database, at: clock.now())
        try await service.prepare(self)
    }

    /// What a caller sees of an error.
    public func fault(for error: any Error, in call: Call) -> Fault {
        FaultMapping(log: log).fault(for: error, method: call.method, trace: TraceContext.current?.traceID)
    }

    /// Everything that this service answers.
    public func router() throws -> Router { Router(try Service.allEndpoints.map { try $0.route(self) }) }

    /// Changes that nobody called for, such as the first records of a new database.
    public func context() -> Context<Service> { Context(host: self) }

    /// Numbers what was published, now rather than at the sequencer's next turn.
    public func numberEvents() async throws { try await sequencer.numberAll() }

    /// Applies events of another service as its follower does: in order, each exactly once.
    public func apply(_ records: [EventRecord], from source: String) async throws {
        guard let following = Service.allFollowing.first(where: { $0.source == source }) else { return }
        let steps = FollowerSteps(following: following, host: self)
        let position = try await steps.position()
        let fresh = records.filter { $0.position > position.wire }
        if !fresh.isEmpty { try await steps.apply(fresh, after: position) }
    }
}

/// Clients of the other services.
public struct Peers: Sendable {
    private let clients: [String: RPC.Client]

    public init(_ clients: [String: RPC.Client]) { self.clients = clients }

    public subscript(service: String) -> RPC.Client? { clients[service] }
}
