public import Contract
public import Hosting
import Logging
public import Models
import RPC
import Synchronization
public import TypedSQL

/// One service under test: a real database, real tokens, the envelope and the dispatch of production, and a clock that
/// the test moves. Only the socket is missing.
public final class Harness<Service: HostedService>: Sendable {
    public let host: Host<Service>
    public let clock: TestClock
    let signer: TestSigner
    private let router: Router
    private let told = Mutex<[String: Int64]>([:])

    /// A fresh service over this database, brought to its schema.
    /// - Parameters:
    ///   - peers: clients of the services that this one asks.
    ///   - adjust: changes what no environment may set, such as the cost of a password's hash.
    public init(
        _ database: Database,
        settings: [String: String] = [:],
        clock: TestClock = TestClock(),
        peers: Peers = Peers([:]),
        adjust: (inout Service.Settings) -> Void = { _ in }
    ) async throws {
        self.clock = clock
        signer = TestSigner()
        var reader = try await SettingsReader(environment: settings)
        var settings = try Service.Settings(from: &reader)
        adjust(&settings)
        let service = try Service(settings: settings)
        // Internal errors would otherwise reach a test without their cause.
        var log = Logger(label: Service.Interface.service, factory: StreamLogHandler.standardError(label:))
        log.logLevel = .error
        host = Host(
            service,
            database: database,
            clock: clock.wall,
            log: log,
            peers: peers,
            extraKeys: [try signer.published()]
        )
        router = try host.router()
        _ = try await host.migrate()
        try await host.prepare()
    }

    /// Runs a test on a new database of this engine.
    /// - Parameter settings: environment variables, `WELLSPRING_...`.
    public static func run(
        on engine: TestEngine,
        settings: [String: String] = [:],
        peers: Peers = Peers([:]),
        adjust: (inout Service.Settings) -> Void = { _ in },
        _ body: (Harness<Service>) async throws -> Void
    ) async throws {
        try await engine.withDatabase { database in
            try await body(Harness(database, settings: settings, peers: peers, adjust: adjust))
        }
    }

    /// Calls a method as somebody.
    /// - Throws: the method's refusal, or a `Fault`.
    public func call<M: Method>(_ method: M, as caller: TestCaller) async throws -> M.Reply {
        let bytes = try await result(of: M.name, method, M.Refusal.self, as: caller)
        return try JSONReader.decode(M.Reply.self, from: bytes, strict: true)
    }

    /// The result as it would stand on the wire.
    public func rawCall<M: Method>(_ method: M, as caller: TestCaller) async throws -> [UInt8] {
        try await result(of: M.name, method, M.Refusal.self, as: caller)
    }

    /// Calls by name, with params that need not be valid.
    public func call(_ name: String, _ params: JSONValue, as caller: TestCaller) async throws -> JSONValue {
        try JSONValue(parsing: try await result(of: name, params, NoRefusal.self, as: caller))
    }

    /// A token as identity would have signed it now.
    public func token(for caller: TestCaller) async throws -> String {
        guard let bearer = caller.bearer else { return "" }
        return try await signer.token(for: bearer, at: clock.now)
    }

    /// Calls with a token that need not be valid.
    public func call<M: Method>(_ method: M, token: String) async throws -> M.Reply {
        var meta = CallMeta()
        meta.authorization = token
        return try JSONReader.decode(M.Reply.self, from: try await answer(M.name, method, meta), strict: true)
    }

    /// Looks at the database.
    public func read<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        try await host.database.read(body)
    }

    /// Applies an event of another service as the follower does: the second time under the same id changes nothing.
    public func deliver<E: Event, Source: ServiceInterface>(
        _ event: E,
        from source: Source.Type,
        id: Occurrence.ID? = nil
    ) async throws {
        let next = told.withLock { told -> Int64 in
            if let id, let earlier = told[Source.service + id.wire] { return earlier }
            told[Source.service, default: 0] += 1
            let position = told[Source.service, default: 0]
            if let id { told[Source.service + id.wire] = position }
            return position
        }
        let occurrence =
            id ?? Occurrence.ID(at: clock.now, entropy: UInt128(next) << 32 | Cast.number(Source.service) & 0xFFFF_FFFF)
        let data = try JSONValue(encoding: event)
        let record = EventRecord(
            position: next,
            id: occurrence.wire,
            name: E.name,
            at: clock.now.wire,
            trace: nil,
            data: data
        )
        // As the follower does, which comes back where others were in the way.
        for _ in 0..<20 {
            do { return try await host.apply([record], from: Source.service) } catch SQLError.conflict { continue }
        }
        throw SQLError.conflict
    }

    /// What this service has told of that kind, oldest first.
    public func published<E: Event>(_ event: E.Type) async throws -> [E] {
        try await records().filter { $0.name == E.name }.map { record in
            try JSONReader.decode(E.self, from: Array(record.data.text().utf8), strict: true)
        }
    }

    /// Everything that this service has told, oldest first.
    public func records() async throws -> [EventRecord] {
        try await host.numberEvents()
        var all: [EventRecord] = []
        while true {
            let request = ReadEvents<Service.Interface>(
                after: try LogPosition(wire: all.last?.position ?? 0),
                limit: try PageLimit(wire: 500)
            )
            let batch = try await call(request, as: peer)
            if batch.events.isEmpty { return all }
            all += batch.events
        }
    }

    /// The events of other services that could not be applied.
    public func parked() async throws -> [ParkedEvent] {
        try await call(ParkedEvents<Service.Interface>(), as: backend()).items
    }

    private func result<R: Refusal>(of name: String, _ params: some Encodable, _ refusal: R.Type, as caller: TestCaller)
        async throws -> [UInt8]
    {
        var meta = CallMeta()
        if let bearer = caller.bearer { meta.authorization = try await signer.token(for: bearer, at: clock.now) }
        if let token = caller.token { meta.authorization = token }
        meta.idempotencyKey = caller.idempotencyKey
        meta.actingFor = caller.actingFor?.wire
        do { return try await answer(name, params, meta, within: caller.patience) } catch let fault as Fault {
            if let known = R(rawValue: fault.reason) { throw known }
            throw fault
        }
    }

    private func answer(
        _ name: String,
        _ params: some Encodable,
        _ meta: CallMeta,
        within patience: Duration = .seconds(120)
    ) async throws -> [UInt8] {
        var writer = JSONWriter()
        try Envelope.writeRequest(id: Array("1".utf8), method: name, params: params, meta: meta, to: &writer)
        let now = ContinuousClock.now
        let run = try writer.bytes.withUnsafeBytes { bytes -> @Sendable () async throws -> [UInt8] in
            guard case .single(.call(let request)) = Envelope.parse(bytes) else { throw Fault.invalidRequest() }
            let call = Call(
                method: name,
                meta: request.meta,
                peer: Peer(uid: 0, gid: 0),
                connection: ConnectionState(),
                received: now,
                deadline: now + patience
            )
            guard case .task(let begin)? = router[name]?.handle else { throw Fault.methodNotFound }
            let task = try begin(request.params, call)
            return { [host] in
                do { return try await task() } catch { throw host.fault(for: error, in: call) }
            }
        }
        return try await run()
    }
}
