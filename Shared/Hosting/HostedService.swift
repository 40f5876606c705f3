public import ArgumentParser
public import Contract
public import IdentityAPI
import Models
import RPC
public import TypedSQL

/// A service as its front page states it: what it is made of, and nothing of how it is run.
///
/// The four services conform to this and look alike; `Host` gives them a database, callers, events and a socket.
public protocol HostedService: Sendable {
    associatedtype Interface: ServiceInterface
    associatedtype Settings: ServiceSettings

    /// The heading of its reference.
    static var title: String { get }
    /// A paragraph: what the service is for.
    static var summary: String { get }
    /// Append-only; what makes an empty database the one that this version needs.
    static var migrations: [Migration] { get }
    /// Tables to which rows are only ever added, with the columns that may change after all: on PostgreSQL the role of a
    /// service need not be able to do more.
    static var finalTables: [(table: SQL, columns: [SQL])] { get }
    static var endpoints: [Endpoint<Self>] { get }
    /// What it publishes, for the reference.
    static var events: [any Event.Type] { get }
    /// What it does when something happened elsewhere.
    static var following: [Following<Self>] { get }
    /// What it does from time to time without being asked.
    static var duties: [Duty<Self>] { get }
    /// Where the keys come from with which callers' tokens are checked.
    static var trust: Trust<Self> { get }

    /// What its executable can do beside serving; needs no running service.
    static var commands: [any ParsableCommand.Type] { get }

    init(settings: Settings) throws

    /// Runs once after the migrations and before the first call: what a new database needs to be usable.
    func prepare(_ host: Host<Self>) async throws
}

extension HostedService {
    public static var finalTables: [(table: SQL, columns: [SQL])] { [] }
    public static var duties: [Duty<Self>] { [] }
    public static var following: [Following<Self>] { [] }
    public static var trust: Trust<Self> { .identity }
    public static var commands: [any ParsableCommand.Type] { [] }
    public func prepare(_ host: Host<Self>) async throws {}

    /// The methods that every service has because it is hosted.
    public static var allEndpoints: [Endpoint<Self>] { endpoints + Endpoint.ofEventLog }

    /// The followed logs, with what every follower of identity does: refuse the tokens of sessions that were ended.
    static var allFollowing: [Following<Self>] {
        let ended = Reaction<Self> { (event: SessionEnded, _, work, _) in
            try work.revoke(event.session, tokensExpire: event.tokensExpire)
        }
        if Interface.service == IdentityInterface.service { return following }
        let others = following.filter { $0.source != IdentityInterface.service }
        let own = following.first { $0.source == IdentityInterface.service } ?? Following(IdentityInterface.self, [])
        return [own.adding(ended)] + others
    }
}

/// Work that recurs by the clock.
public struct Duty<Service: HostedService>: Sendable {
    public let name: String
    public let interval: Duration
    public let perform: @Sendable (Context<Service>) async throws -> Void

    /// - Parameters:
    ///   - name: for the log and the metrics, such as `expire-points`.
    ///   - interval: from the end of one run to the beginning of the next.
    public init(
        _ name: String,
        every interval: Duration,
        perform: @escaping @Sendable (Context<Service>) async throws -> Void
    ) {
        self.name = name
        self.interval = interval
        self.perform = perform
    }
}

/// How a service learns the keys that access tokens are signed with.
public struct Trust<Service: HostedService>: Sendable {
    let keys: @Sendable (Service, TrustEnvironment) async throws -> [SigningKey]

    /// - Parameter keys: asked at the first token, and again when a token names a key that is not known.
    public init(keys: @escaping @Sendable (Service, TrustEnvironment) async throws -> [SigningKey]) { self.keys = keys }

    /// What every service but identity itself does: ask identity over its socket.
    public static var identity: Trust<Service> {
        Trust { _, environment in
            guard let client = environment.peers["identity.keys"] else { return [] }
            return try await client.call(PublicKeys())
        }
    }
}

/// Where keys may be looked for: identity asks its own database, the others ask identity.
public struct TrustEnvironment: Sendable {
    public let database: Database
    public let peers: Peers
    public let clock: WallClock
}
