import Contract
import Foundation
import IdentityAPI
import RPC
import Support
import Testing

/// A service as systemd runs it: a process of its own, with its socket handed down and its state told.
@Suite struct RunningServiceTests {
    /// One process for all of it, because each start costs seconds.
    @Test func aServiceUnderSystemd() async throws {
        let folder = try Folder()
        defer { folder.remove() }
        let bound = try BoundSocket.open(SocketPath(folder.file("s")), mode: 0o600)
        let manager = try UnixSocket(receivingAt: folder.file("notify"))
        let child = try start(passing: bound.descriptor, in: folder)
        do {
            #expect(try await manager.receive() == "READY=1\nSTATUS=serving")
            try await lookAround(folder)
            child.terminate()
            #expect(try await manager.receive() == "STOPPING=1")
        } catch {
            child.terminate()
            Issue.record("\(error)\n\(folder.text("log"))")
        }
        let status = try await child.waitForExit()
        #expect(status == 0, "\(folder.text("log"))")
        // The socket belongs to whoever made it, so it stays; the next process is given it again.
        #expect(FileManager.default.fileExists(atPath: folder.file("s")))
        bound.withdraw()
    }

    private func lookAround(_ folder: Folder) async throws {
        try await call(folder.file("s"))
        try await readPages(folder.file("s"))
        for name in ["data.sqlite", "data.sqlite-wal", "data.sqlite-shm", "keys.json"] {
            #expect(try folder.mode(name) == 0o600, "\(name)")
        }
        for line in folder.text("log").split(separator: "\n") { _ = try JSONValue(parsing: Array(line.utf8)) }
    }

    /// Three pings, two lists of keys, and something that there is not.
    private func call(_ path: String) async throws {
        let client = Client(path: path)
        for _ in 0..<3 { #expect(try await client.call(name: "rpc.ping") == "pong") }
        for _ in 0..<2 { #expect(try await client.call(PublicKeys()).count >= 1) }
        await #expect(throws: Fault.methodNotFound) { try await client.call(name: "identity.nothing") }
        await client.close()
    }

    private func readPages(_ path: String) async throws {
        #expect(try await UnixSocket.get("/healthz", at: path) == (200, "ok\n"))
        let ready = try await UnixSocket.get("/readyz", at: path)
        #expect(ready.status == 200 && ready.body.contains(#""status":"SERVING""#))
        let metrics = try await UnixSocket.get("/metrics", at: path)
        #expect(metrics.status == 200)
        let lines = Set(metrics.body.split(separator: "\n").map(String.init))
        for line in Self.metrics { #expect(lines.contains(line), "\(line)\n\(metrics.body)") }
        // Base units, and a sum that is that of three pings in seconds.
        let sum = lines.first { $0.hasPrefix(#"rpc_server_call_duration_seconds_sum{method="rpc.ping"}"#) }
        let seconds = try #require(sum?.split(separator: " ").last.flatMap { Double($0) })
        #expect(seconds > 0 && seconds < 30)
    }

    private static let metrics = [
        "# TYPE rpc_server_calls_total counter",
        #"rpc_server_calls_total{code="0",method="rpc.ping"} 3"#,
        #"rpc_server_calls_total{code="0",method="identity.publicKeys"} 2"#,
        #"rpc_server_calls_total{code="-32601",method="unknown"} 1"#,
        "# TYPE rpc_server_call_duration_seconds histogram",
        #"rpc_server_call_duration_seconds_count{method="rpc.ping"} 3"#,
        #"rpc_server_call_duration_seconds_bucket{method="rpc.ping",le="+Inf"} 3"#,
        #"rpc_server_call_duration_seconds_count{method="identity.publicKeys"} 2"#,
    ]

    private func start(passing descriptor: Int32, in folder: Folder) throws -> ChildProcess {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let program = URL(filePath: own).deletingLastPathComponent().appending(path: "wellspring-identity")
        return try ChildProcess(
            program.path(),
            ["serve"],
            environment: [
                "PATH": "/usr/bin:/bin",
                "LISTEN_FDS": "1",
                "LISTEN_FDNAMES": "identity",
                "NOTIFY_SOCKET": folder.file("notify"),
                "WELLSPRING_DATABASE_URL": "sqlite:" + folder.file("data.sqlite"),
                "WELLSPRING_IDENTITY_SIGNING_KEYS_FILE": folder.file("keys.json"),
            ],
            passing: descriptor,
            output: folder.file("log")
        )
    }
}

/// A new folder with a short path, for sockets.
struct Folder {
    let path: String

    init() throws {
        path = "/tmp/ws-\(UInt32.random(in: 0...UInt32.max))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    func file(_ name: String) -> String { path + "/" + name }
    func text(_ name: String) -> String { (try? String(contentsOfFile: file(name), encoding: .utf8)) ?? "" }
    func remove() { try? FileManager.default.removeItem(atPath: path) }

    func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file(name))[.posixPermissions] as? Int
    }
}
