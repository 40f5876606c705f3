import Foundation
import Synchronization

/// A PostgreSQL 15 cluster in a directory of its own under /tmp, reached over a Unix socket only.
///
/// A shell supervises it: it reads from a pipe that only this process holds open, and when the pipe
/// closes, because the value goes away or the process ends in whatever way, it stops the cluster and
/// removes the directory. Everything here blocks the thread; see `TestServer.blocking`.
public final class ThrowawayPostgres: Sendable {
    /// Where the cluster and its socket are.
    public let directory: String
    private let supervisor: Mutex<(lifeline: FileHandle, answers: FileHandle)>

    /// - Parameter settings: lines for `postgresql.conf`.
    /// - Throws: `Failure` when PostgreSQL is not installed or does not start.
    public init(settings: [String] = []) throws {
        guard FileManager.default.isExecutableFile(atPath: "\(Self.programs)/postgres") else {
            throw Failure(reason: "there is no PostgreSQL 15 in \(Self.programs)")
        }
        let (input, output) = (Pipe(), Pipe())
        let held = input.fileHandleForWriting
        // A child of this process that kept a copy would keep the cluster alive.
        guard fcntl(held.fileDescriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw Failure(reason: "no pipe") }
        let supervisor = Process()
        supervisor.executableURL = URL(fileURLWithPath: "/usr/bin/setsid")
        supervisor.arguments = ["/bin/sh", "-c", Self.script, "sh", Self.programs] + Self.settings + settings
        supervisor.standardInput = input
        supervisor.standardOutput = output
        try supervisor.run()
        let answer = Self.line(from: output.fileHandleForReading)
        guard answer.hasPrefix("ready ") else { throw Failure(reason: "PostgreSQL did not start: \(answer)") }
        directory = String(answer.dropFirst(6))
        self.supervisor = Mutex((held, output.fileHandleForReading))
    }

    deinit {
        supervisor.withLock { try? $0.lifeline.close() }
    }

    /// Why there is no cluster.
    public struct Failure: Error, CustomStringConvertible {
        public let reason: String
        public var description: String { reason }
    }

    /// The URL of one of its databases.
    public func url(database: String = "postgres") -> String {
        "postgresql:///\(database)?host=\(directory)&user=postgres"
    }

    private static let programs = "/usr/lib/postgresql/15/bin"

    /// What is lost when the machine loses power does not matter here.
    private static let settings = [
        "listen_addresses = ''", "fsync = off", "full_page_writes = off", "max_connections = 800",
        "shared_buffers = 64MB", "log_min_messages = fatal",
    ]

    private static let script = """
        programs=$1; shift; cd /
        directory=$(mktemp -d /tmp/wellspring.XXXXXX) || exit 1
        as() { if [ "$(id -u)" = 0 ]; then
            setpriv --reuid=postgres --regid=postgres --init-groups "$@"; else "$@"; fi; }
        stop() { as "$programs/pg_ctl" -D "$directory/data" -m immediate stop; rm -rf "$directory"; }
        trap 'stop >/dev/null 2>&1' EXIT
        trap '' INT TERM HUP PIPE
        if [ "$(id -u)" = 0 ]; then chown postgres "$directory" || exit 1; fi
        as "$programs/initdb" -D "$directory/data" -U postgres -A trust --no-sync -E UTF8 --locale=C \
            >"$directory/initdb.log" 2>&1 || { cat "$directory/initdb.log"; exit 1; }
        printf '%s\\n' "$@" "unix_socket_directories = '$directory'" >>"$directory/data/postgresql.conf"
        as "$programs/pg_ctl" -D "$directory/data" -l "$directory/data/server.log" -w start \
            >/dev/null 2>&1 || { cat "$directory/data/server.log"; exit 1; }
        echo "ready $directory"
        # No child of the server may outlive it when another one is started on the same data; what a zombie leaves in
        # its files would be taken for a server that runs.
        murder() {
            pid=$(head -n 1 "$directory/data/postmaster.pid") && kill -STOP "$pid" || return 1
            all="$pid $(cat "/proc/$pid/task/$pid/children")"
            kill -KILL $all
            for each in $all; do while grep -qs '^State:[[:space:]]*[^ZX]' "/proc/$each/status"; do :; done; done
            rm -f "$directory/data/postmaster.pid" "$directory"/.s.PGSQL.*
        }
        while read -r line; do
            if [ "$line" = kill ]; then murder; else
                as "$programs/pg_ctl" -D "$directory/data" -l "$directory/data/server.log" -w $line
            fi >/dev/null 2>&1
            echo "ended $?"
        done
        """
}

extension ThrowawayPostgres {
    /// Stops the server as an operator would in a hurry: connections end, nothing is lost.
    public func stop() throws {
        try control("stop -m fast")
    }

    /// Ends the server as a fault would: nobody is told, and what is under way is lost.
    public func crash() throws {
        try control("stop -m immediate")
    }

    /// SIGKILL to the server and to all its processes at once: the next start has to recover.
    public func kill() throws {
        try control("kill")
    }

    public func start() throws {
        try control("start")
    }

    /// The supervisor does it, because a server would inherit what Foundation watches its children with.
    private func control(_ command: String) throws {
        let answer = try supervisor.withLock { supervisor in
            try supervisor.lifeline.write(contentsOf: Data((command + "\n").utf8))
            return Self.line(from: supervisor.answers)
        }
        guard answer == "ended 0" else { throw Failure(reason: "pg_ctl \(command): \(answer)") }
    }

    /// Reads up to the end of a line, or all there is.
    private static func line(from handle: FileHandle) -> String {
        var bytes: [UInt8] = []
        while let byte = try? handle.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") { bytes.append(byte) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
