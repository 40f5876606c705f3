import ArgumentParser
import Foundation
import Hosting
import IdentityAPI
import Models

/// Where a community that was started with `up` lives: databases, sockets, keys and logs.
struct DataDirectory: Sendable {
    let path: String

    /// - Parameter path: relative paths are resolved, because the services are told absolute ones.
    init(_ path: String) {
        self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    }

    func socket(_ service: ServiceName) -> String { "\(path)/run/\(service.rawValue).sock" }
    func database(_ service: ServiceName) -> String { "\(path)/\(service.rawValue).sqlite" }
    func log(_ service: ServiceName) -> String { "\(path)/log/\(service.rawValue).log" }
    func serviceKey(_ service: ServiceName) -> String { "\(serviceKeys)/\(service.rawValue).key" }
    /// Settings of one service, as JSON; need not be there.
    func settings(_ service: ServiceName) -> String { "\(path)/\(service.rawValue).json" }
    var serviceKeys: String { "\(path)/keys" }
    var signingKeys: String { "\(path)/identity.keys.json" }
    var certificateKey: String { "\(path)/rewards.key.json" }
    var couponKey: String { "\(path)/rewards.coupons.key" }
    var operatorKey: String { "\(path)/operator.key" }

    /// Makes what is missing and leaves what is there: the second start finds the first one's keys.
    func prepare() throws {
        for folder in [path, "\(path)/run", "\(path)/log", serviceKeys] {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
        try makeKey(operatorKey)
        try makeCouponKey()
        for service in ServiceName.allCases where service != .identity { try makeKey(serviceKey(service)) }
    }

    private func makeKey(_ file: String) throws {
        guard !FileManager.default.fileExists(atPath: file) else { return }
        let random = RandomSource.system
        let client = Models.Client.ID(at: WallClock.system.now(), entropy: random.bits128())
        let text = ClientKey(client: client, bytes: random.bytes(32)).wire + "\n"
        try write(text, to: file)
    }

    /// 32 random bytes, hexadecimal. Without this file no code of a coupon can be read any more.
    private func makeCouponKey() throws {
        guard !FileManager.default.fileExists(atPath: couponKey) else { return }
        try write(Models.Digest(bytes: RandomSource.system.bytes(32)).wire + "\n", to: couponKey)
    }

    private func write(_ text: String, to file: String) throws {
        do { try PrivateFile.write(Data(text.utf8), to: file) } catch let problem as SettingsProblem {
            throw CommandProblem(problem.sentence, code: 73)
        }
    }

    /// - Throws: ``CommandProblem`` where nothing was ever started here.
    func readOperatorKey() throws -> ClientKey {
        guard let text = try? String(contentsOfFile: operatorKey, encoding: .utf8) else {
            throw CommandProblem(
                "There is no \(operatorKey): start the services with `wellspring up --data \(path)`, or name their directory with --data.",
                code: 66
            )
        }
        return try ClientKey(wire: text.trimmingCharacters(in: .whitespacesAndNewlines))
    }
}

/// Why a command cannot go on, in a sentence that says what to do, and the code that the process ends with.
struct CommandProblem: Error, CustomStringConvertible {
    let description: String
    let code: Int32

    init(_ sentence: String, code: Int32) {
        description = sentence
        self.code = code
    }
}

/// `--data`, wherever a command needs a running community.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "The directory that `up` was started with.") var data = "wellspring-data"

    var directory: DataDirectory { DataDirectory(data) }
}
