/// The answer to `health.check`, in the vocabulary of the gRPC health protocol.
public struct HealthReport: Codable, Sendable, Hashable {
    /// Whether calls are served.
    public enum Status: String, Codable, Sendable, Hashable {
        case serving = "SERVING"
        case notServing = "NOT_SERVING"
        /// There is no service of the asked name.
        case unknown = "UNKNOWN"
    }

    public var status: Status
    /// Each dependency by name, for example `db`.
    public var checks: [String: Status]
    /// The version of the service.
    public var version: String?

    public init(_ status: Status, checks: [String: Status] = [:], version: String? = nil) {
        self.status = status
        self.checks = checks
        self.version = version
    }
}
