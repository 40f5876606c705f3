import Foundation
import Glibc

/// A program started by a test, with a listening socket as its descriptor 3 where it is given one, as systemd does it.
///
/// No other descriptor above standard error reaches it: a socket of a test beside this one would otherwise stay open in
/// the child when the test closes it.
public final class ChildProcess: Sendable {
    public let identifier: Int32

    /// - Parameters:
    ///   - environment: everything that the child finds in its environment, but for `LISTEN_PID`, which is added where a
    ///     descriptor is passed.
    ///   - output: a file for standard output and standard error.
    public init(
        _ executable: String,
        _ arguments: [String],
        environment: [String: String],
        passing descriptor: Int32? = nil,
        output: String
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        if let descriptor { posix_spawn_file_actions_adddup2(&actions, descriptor, 3) }
        let script = Self.script(isPassing: descriptor != nil)
        var words = Self.words(["/bin/bash", "-c", script, executable] + arguments)
        var variables = Self.words(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })
        defer { for word in words + variables { free(word) } }
        var child: pid_t = 0
        let failure = posix_spawn(&child, "/bin/bash", &actions, nil, &words, &variables)
        guard failure == 0 else { throw ChildFailure(description: "posix_spawn: \(failure)") }
        identifier = child
    }

    /// Only the child knows its own number, and the shell keeps it when it turns into the program.
    private static func script(isPassing: Bool) -> String {
        """
        for file in /proc/self/fd/*; do
            number=${file##*/}
            if [ "$number" -gt \(isPassing ? 3 : 2) ]; then eval "exec $number>&-"; fi
        done
        \(isPassing ? "export LISTEN_PID=$$" : "")
        exec "$0" "$@"
        """
    }

    private static func words(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }

    public func terminate() { kill(identifier, SIGTERM) }

    /// - Returns: the code that it ended with; 128 and the signal where one ended it. To be asked once.
    public func waitForExit() async throws -> Int32 {
        let identifier = identifier
        return try await withCheckedThrowingContinuation { continuation in
            // A thread for as long as the child lives, which those of the tests must not be.
            Thread.detachNewThread {
                var status: Int32 = 0
                guard waitpid(identifier, &status, 0) == identifier else {
                    return continuation.resume(throwing: ChildFailure(description: "waitpid: \(errno)"))
                }
                let signal = status & 0x7F
                continuation.resume(returning: signal == 0 ? status >> 8 & 0xFF : 128 + signal)
            }
        }
    }
}

struct ChildFailure: Error, CustomStringConvertible {
    let description: String
}
