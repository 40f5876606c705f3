import Foundation
import Support
import Synchronization

/// The four services as `wellspring up` starts them, in a directory of their own whose path is short enough for sockets.
///
/// A shell supervises them: it reads from a pipe that only this process holds open, and when the pipe closes, because
/// this process ends in whatever way, it ends the services and removes the directory.
final class RunningCommunity: Sendable {
    let directory: String
    private let lifeline: Mutex<FileHandle?>

    /// Started when the first test asks, for all tests of this process.
    static let running = Task { try await RunningCommunity.started() }

    private init(directory: String, lifeline: FileHandle) {
        self.directory = directory
        self.lifeline = Mutex(lifeline)
    }

    deinit { lifeline.withLock { try? $0?.close() } }

    private static func started() async throws -> RunningCommunity {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result { try start() }) }
        }
    }

    private static func start() throws -> RunningCommunity {
        let (input, output) = (Pipe(), Pipe())
        let held = input.fileHandleForWriting
        // A child of this process that kept a copy would keep the services alive.
        guard fcntl(held.fileDescriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw Tool.Failed(description: "no pipe") }
        let supervisor = Process()
        supervisor.executableURL = URL(filePath: "/usr/bin/setsid")
        supervisor.arguments = ["/bin/sh", "-c", script, "sh", Tool.wellspring]
        supervisor.standardInput = input
        supervisor.standardOutput = output
        supervisor.standardError = output
        try supervisor.run()
        let answer = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let lines = answer.split(separator: "\n")
        guard let directory = lines.first, lines.contains("ready") else { throw Tool.Failed(description: answer) }
        return RunningCommunity(directory: String(directory), lifeline: held)
    }

    /// The output is closed when the services are ready, which is what `start` waits for.
    private static let script = """
        directory=$(mktemp -d /tmp/wsc.XXXXXX) || exit 1
        trap '' INT TERM HUP
        echo "$directory"
        "$1" up --data "$directory" >"$directory/up.txt" 2>&1 </dev/null &
        up=$!
        while kill -0 $up 2>/dev/null && ! grep -qx ready "$directory/up.txt"; do sleep 0.05; done
        cat "$directory/up.txt"
        exec >/dev/null 2>&1
        read -r line
        kill -TERM $up
        wait $up
        rm -rf "$directory"
        """
}
