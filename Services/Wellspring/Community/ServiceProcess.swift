import Foundation
import Synchronization

/// One service as a process of its own, with its log in a file.
final class ServiceProcess: Sendable {
    let service: ServiceName
    private let process: Process
    private let exit = Exit()

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
        process.terminationHandler = { [exit] _ in exit.reach() }
    }

    func start() throws {
        do { try process.run() } catch {
            throw CommandProblem(
                "\(process.executableURL?.path ?? service.executable) cannot be started: build it with `make build`.",
                code: 69
            )
        }
    }

    var identifier: Int32 { process.processIdentifier }
    /// How it ended; nil while it runs.
    var exitCode: Int32? { process.isRunning ? nil : process.terminationStatus }

    func terminate() { if process.isRunning { process.terminate() } }
    func kill() { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }

    /// Comes back when the process has ended, and at once where it has already.
    func waitForExit() async { await exit.reached() }

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

/// A moment that many may wait for and that comes once.
///
/// `waitUntilExit` would need a thread for each who waits, and turns a loop on it: four of them leave none for tasks.
private final class Exit: Sendable {
    private struct State {
        var isReached = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func reach() {
        let woken = state.withLock { state in
            state.isReached = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in woken { continuation.resume() }
    }

    func reached() async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                if !state.isReached { state.waiting.append(continuation) }
                return state.isReached
            }
            if isReached { continuation.resume() }
        }
    }
}
