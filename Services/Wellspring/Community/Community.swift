import Contract
import Foundation
import Hosting
import RPC
import Synchronization

/// The four services of one data directory, started and ended together.
final class Community: Sendable {
    let directory: DataDirectory
    private let database: String?
    private let extra: [ServiceName: [String: String]]
    private let services: [ServiceName]
    private let processes: Mutex<[ServiceName: ServiceProcess]>

    /// - Parameters:
    ///   - database: a PostgreSQL URL, whose database name is what the services' databases begin with; nil for SQLite.
    ///   - extra: further settings of single services, by variable. A file `SERVICE.json` in the directory is read too.
    ///   - services: those that are started.
    init(
        _ directory: DataDirectory,
        database: String?,
        extra: [ServiceName: [String: String]] = [:],
        services: [ServiceName] = ServiceName.allCases
    ) throws {
        self.directory = directory
        self.services = services
        self.database = database
        self.extra = extra
        processes = Mutex([:])
        try directory.prepare()
        if let database { try PostgresDatabases(url: database).makeMissing() }
    }

    private func launch(_ service: ServiceName) throws {
        let environment = Self.environment(service, directory, database).merging(extra[service] ?? [:]) { _, given in
            given
        }
        let process = try ServiceProcess(
            service,
            executable: Self.executable(service),
            environment: environment,
            log: directory.log(service)
        )
        try process.start()
        processes.withLock { $0[service] = process }
    }

    var running: [ServiceProcess] {
        processes.withLock { processes in ServiceName.allCases.compactMap { processes[$0] } }
    }

    /// Ends a service without warning, as a fault would, and starts it again.
    func killAndRestart(_ service: ServiceName) async throws {
        let process = processes.withLock { $0[service] }
        process?.kill()
        await process?.waitForExit()
        try launch(service)
    }

    /// Beside this command: they are built and installed together.
    private static func executable(_ service: ServiceName) -> String {
        let own =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(service.executable).path
    }

    private static func environment(_ service: ServiceName, _ directory: DataDirectory, _ database: String?) -> [String:
        String]
    {
        var environment = [
            "WELLSPRING_SOCKET_PATH": directory.socket(service),
            "WELLSPRING_DATABASE_URL": database.map { PostgresDatabases(url: $0).url(of: service) }
                ?? "sqlite:\(directory.database(service))",
        ]
        let file = directory.settings(service)
        if FileManager.default.fileExists(atPath: file) { environment["WELLSPRING_CONFIG"] = file }
        if service == .identity {
            environment["WELLSPRING_IDENTITY_OPERATOR_KEY_FILE"] = directory.operatorKey
            environment["WELLSPRING_IDENTITY_SERVICE_KEYS_DIR"] = directory.serviceKeys
            environment["WELLSPRING_IDENTITY_SIGNING_KEYS_FILE"] = directory.signingKeys
            return environment
        }
        if service == .rewards {
            environment["WELLSPRING_REWARDS_CERTIFICATES_KEY_FILE"] = directory.certificateKey
            environment["WELLSPRING_REWARDS_COUPONS_KEY_FILE"] = directory.couponKey
        }
        environment["WELLSPRING_SERVICE_KEY_FILE"] = directory.serviceKey(service)
        for other in ServiceName.followed(by: service) {
            environment["WELLSPRING_\(other.rawValue.uppercased())_SOCKET"] = directory.socket(other)
        }
        return environment
    }

    /// Starts them, and returns when each of them answers.
    /// - Parameter tell: given one line for each service that is ready.
    func start(tell: (String) -> Void = { _ in }) async throws {
        for service in services { try launch(service) }
        for process in running {
            do { try await waitUntilReady(process) } catch {
                await stop()
                throw error
            }
            tell(
                "\(process.service.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)) \(directory.socket(process.service))"
            )
        }
    }

    private func waitUntilReady(_ process: ServiceProcess) async throws {
        let (service, log) = (process.service, directory.log(process.service))
        let failure = "\(service.executable) did not answer (\(log))"
        try await Patience(limit: .seconds(30)).wait(orElse: failure) {
            if let code = process.exitCode {
                let lines = (try? String(contentsOfFile: log, encoding: .utf8))?.split(separator: "\n")
                let last = lines?.last.map(String.init) ?? ""
                throw CommandProblem("\(service.executable) ended with code \(code): \(last) (\(log))", code: 69)
            }
            return await Probe.status(directory.socket(service)) == "SERVING" ? () : nil
        }
    }
}

extension ServiceName {
    /// Whose sockets a service is told.
    static func followed(by service: ServiceName) -> [ServiceName] {
        switch service {
        case .identity: []
        case .ideas: [.identity]
        case .rewards: [.identity, .ideas, .feedback]
        case .feedback: [.identity, .ideas, .rewards]
        }
    }
}
