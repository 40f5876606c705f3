public import Models
import RPC

/// What every service can be told, because it is hosted.
public struct HostSettings: Sendable {
    public let socketPath: String
    public let socketMode: Int
    public let databaseURL: String
    public let databaseConnections: Int
    /// As ``databaseURL``, but as the role that owns the tables; nil where one role does both.
    public let migrationURL: String?
    public let databaseGroup: Int
    /// The sockets of the other services, by name.
    public let peerSockets: [String: String]
    /// This service's API key, with which it gets tokens from identity; nil where it follows nobody.
    public let serviceKey: String?
    public let logLevel: LogLevel
    public let acceptsMissingVersion: Bool
    public let terminator: Terminator
    public let drain: Seconds
    public let idempotencyKept: Seconds

    public enum LogLevel: String, CaseIterable, Sendable { case trace, debug, info, notice, warning, error, critical }
    public enum Terminator: String, CaseIterable, Sendable { case mirror, lf, lflf, nul }

    /// - Parameters:
    ///   - service: its name, which gives the default of the socket's path.
    ///   - others: the services that it follows or calls.
    public init(from reader: inout SettingsReader, service: String, others: [String]) throws {
        (socketPath, socketMode) = try Self.socket(of: service, from: &reader)
        (databaseURL, databaseConnections) = try Self.database(of: service, from: &reader)
        migrationURL = reader.optionalString(
            "database.migration.url",
            "PostgreSQL URL of the role that owns the tables, where the service's own may not; migrate needs it."
        ).flatMap { $0.isEmpty ? nil : $0 }
        databaseGroup = try reader.integer(
            "database.group",
            default: 128,
            in: 1...256,
            unit: "callers",
            "How many callers at most share one commit; with 1 each has one of its own."
        )
        peerSockets = try Self.peers(others, from: &reader)
        serviceKey = try reader.secretFile("service.key.file", "File with this service's API key.")
        logLevel = try reader.choice("log.level", default: .info, "The least severe level that is logged.")
        acceptsMissingVersion = try reader.flag(
            "rpc.lenient",
            default: false,
            "Accept requests without the jsonrpc member."
        )
        terminator = try reader.choice("rpc.terminator", default: .mirror, "What ends replies on raw connections.")
        drain = try reader.seconds(
            "drain.time",
            default: Seconds(15),
            in: Seconds(1)...Seconds(300),
            "How long running calls may take at the end."
        )
        idempotencyKept = try reader.seconds(
            "idempotency.kept",
            default: .hours(24),
            in: .hours(1)...Seconds.days(90),
            "How long replies are kept under their idempotency keys."
        )
    }

    private static func socket(of service: String, from reader: inout SettingsReader) throws -> (String, Int) {
        let standard = "run/\(service).sock"
        let path = try reader.string("socket.path", default: standard, "Where the service listens; at most 107 bytes.")
        let mode = try reader.string("socket.mode", default: "0660", "Permission bits of the socket, octal.")
        guard let bits = Int(mode, radix: 8), (0...0o777).contains(bits) else {
            throw SettingsProblem("\(Setting.variable("socket.mode")) is \(mode); it must be octal, such as 0660.")
        }
        return (path, bits)
    }

    private static func database(of service: String, from reader: inout SettingsReader) throws -> (String, Int) {
        let url = try reader.string(
            "database.url",
            default: "sqlite:\(service).sqlite",
            "sqlite:PATH or postgres://USER@HOST/NAME."
        )
        let connections = try reader.integer(
            "database.connections",
            default: 4,
            in: 1...64,
            unit: "connections",
            "Size of the PostgreSQL pool."
        )
        return (url, connections)
    }

    private static func peers(_ others: [String], from reader: inout SettingsReader) throws -> [String: String] {
        try others.reduce(into: [:]) { sockets, other in
            let standard = "run/\(other).sock"
            sockets[other] = try reader.string(
                "\(other).socket",
                default: standard,
                "Where the service \(other) listens."
            )
        }
    }
}
