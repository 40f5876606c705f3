internal import Synchronization

/// What all connections of one server share and none of them changes, but for the counters and the drain.
final class ServerState: Sendable {
    let settings: ServerSettings
    let limits: Limits
    let gate: Gate
    let methods: [String: ServedMethod]
    let unknown = MethodMeter(method: "unknown")
    let envelope: EnvelopeOptions
    private let stage = Atomic<Int>(0)

    init(router: Router, settings: ServerSettings) {
        self.settings = settings
        limits = settings.limits
        gate = Gate(settings.limits)
        envelope = EnvelopeOptions(limits: settings.limits, allowsMissingVersion: settings.acceptsMissingVersion)
        var methods: [String: ServedMethod] = [:]
        for name in router.names {
            if let route = router[name] { methods[name] = ServedMethod(.route(route), name: name) }
        }
        for builtin in BuiltIn.allCases where methods[builtin.rawValue] == nil {
            methods[builtin.rawValue] = ServedMethod(.builtIn(builtin), name: builtin.rawValue)
        }
        self.methods = methods
    }

    /// Whether new calls are turned away because the process is on its way out.
    var isDraining: Bool { stage.load(ordering: .relaxed) > 0 }

    func beginDrain() { stage.store(1, ordering: .relaxed) }

    /// What the caller sees of an error.
    func fault(for error: any Error, _ call: Call) -> Fault {
        (error as? Fault) ?? settings.mapError(error, call)
    }

    /// The state to report, with the drain taken into account.
    func health(of service: String?) async -> HealthReport {
        var report = await settings.health(service)
        if isDraining, report.status == .serving { report.status = .notServing }
        return report
    }
}

/// One name in the dispatch table: what runs, and where it is counted.
///
/// A class, because it is handed from function to function for each call, and a structure would have all of its parts
/// retained each time.
final class ServedMethod: Sendable {
    enum Kind: Sendable {
        case route(Route)
        case builtIn(BuiltIn)
    }

    let kind: Kind
    let name: String
    let meter: MethodMeter
    let slowness = SlowCallNotice()

    init(_ kind: Kind, name: String) {
        self.kind = kind
        self.name = name
        meter = MethodMeter(method: name)
    }

    /// Whether its calls take long on purpose.
    var mayWait: Bool {
        if case .route(let route) = kind { route.mayWait } else { false }
    }
}

/// The methods that every server has. A route of the same name takes the place of one.
enum BuiltIn: String, CaseIterable, Sendable {
    case ping = "rpc.ping"
    case discover = "rpc.discover"
    case authenticate = "rpc.authenticate"
    case cancel = "rpc.cancel"
    case cancelRequest = "$/cancelRequest"
    case info = "service.info"
    case health = "health.check"
}
