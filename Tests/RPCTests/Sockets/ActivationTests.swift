import Contract
import Foundation
import Glibc
import Support
import Testing

@testable import RPC

/// A parent passes a listening socket as descriptor 3, as systemd does.
///
/// The service that takes it over is this test program itself, started again with a variable that lets
/// ``theService()`` run.
@Suite struct ActivationTests {
    private static let variable = "WELLSPRING_TEST_ACTIVATED"

    @Test(.enabled(if: getenv(variable) != nil, "Only as the child of the other test."))
    func theService() async throws {
        let sockets = InheritedSockets.take()
        let descriptor = try #require(sockets["rpc"])
        #expect(descriptor == 3)
        for name in ["LISTEN_FDS", "LISTEN_PID", "LISTEN_FDNAMES"] { #expect(getenv(name) == nil) }
        #expect(InheritedSockets.take().entries.isEmpty)
        let journal = Journal()
        let server = Server(router: Router(CalculatorRoutes.all + journal.routes))
        try await server.start(on: [.descriptor(descriptor)])
        await journal.reached("note stop")
        await server.drain()
    }

    @Test(.enabled(if: getenv(variable) == nil)) func aSocketThatWasHandedDownIsServed() async throws {
        let folder = try ScratchFolder()
        let path = folder.file("s")
        let bound = try BoundSocket.open(SocketPath(path), mode: 0o600, group: nil)
        // Before anybody accepts: the caller waits in the socket's queue, and is not refused.
        let early = try RawSocket(path: path)
        try await early.send(request("calculator.add", #"{"a":2,"b":2}"#, id: "1") + "\n")
        let child = try start(passing: bound.descriptor, log: folder.file("log"))
        #expect(try await early.receive(until: "\n") == reply(#"{"sum":4}"#, id: "1"))
        let client = Client(path: path)
        #expect(try await client.call(Add(a: 1, b: 2)).sum == 3)
        #expect(try await client.call(name: "note", params: ["name": "stop"]) == "stop")
        await client.close()
        let status = try await child.waitForExit()
        let log = try String(contentsOfFile: folder.file("log"), encoding: .utf8)
        #expect(status == 0, "\(log)")
        // The socket belongs to the parent, so it stays when the service is gone.
        #expect(access(path, F_OK) == 0)
        _ = try RawSocket(path: path)
        close(bound.descriptor)
        bound.withdraw()
    }

    private func start(passing descriptor: Int32, log: String) throws -> ChildProcess {
        var environment = ProcessInfo.processInfo.environment
        environment["LISTEN_FDS"] = "1"
        environment["LISTEN_FDNAMES"] = "rpc"
        environment[Self.variable] = "1"
        return try ChildProcess(
            FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
            ["--testing-library", "swift-testing", "--filter", "ActivationTests/theService"],
            environment: environment,
            passing: descriptor,
            output: log
        )
    }
}
