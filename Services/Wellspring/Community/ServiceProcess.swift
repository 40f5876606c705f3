import Foundation

/// One service as a process of its own, with its log in a file.
final class ServiceProcess: Sendable {
    let service: ServiceName
    private let process: Process

    /// - Parameter environment: what the service is told; nothing else of this process's settings reaches it.
    init(_ service: ServiceName, executable: String, environment: [String: String], log: String) throws {
        self.service = service
        process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = ["serve"]
        let inherited = ProcessInfo.processInfo.environment.filter {
            !$0.key.hasPrefix("WELLSPRING_") && $0.key != "NOTIFY_SOCKET"
        }
        process.environment = inherited.merging(environment) { _, own in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.append(to: log)
        process.standardError = process.standardOutput
    }

    func start() throws {
        do { try process.run() } catch {
            throw CommandProblem(
                "\(process.executableURL?.path ?? service.executable) cannot be started: build it with `make build`.",
                code: 69
            )
        }
    }

    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }
    /// How it ended; nil while it runs.
    var exitCode: Int32? { process.isRunning ? nil : process.terminationStatus }

    func terminate() { if process.isRunning { process.terminate() } }
    func kill() { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }

    /// Off the threads of Swift's tasks, because it blocks.
    func waitForExit() async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                continuation.resume()
            }
        }
    }

    private static func append(to path: String) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        guard let file = FileHandle(forWritingAtPath: path) else {
            throw CommandProblem("The log \(path) cannot be written.", code: 73)
        }
        try file.seekToEnd()
        return file
    }
}
