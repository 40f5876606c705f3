import Synchronization
import Testing

@testable import RPC

@Suite struct EchoLoadTests {
    /// Loads a server for a moment.
    private func load(
        _ routes: [Route] = EchoBench.routes,
        method: String = "echo",
        inFlight: Int = 3,
        _ change: (inout ServerSettings) -> Void = { _ in }
    ) async throws -> LoadFigures {
        let folder = try ScratchFolder()
        var settings = ServerSettings()
        settings.limits.drain = .zero
        settings.limits.drainCancelled = .milliseconds(100)
        change(&settings)
        let server = Server(router: Router(routes), settings: settings)
        try await server.start(on: [.path(SocketPath(folder.file("s")))])
        let load = EchoLoad(
            path: folder.file("s"),
            connections: 2,
            inFlight: inFlight,
            seconds: 0.1,
            method: method
        )
        let result: Result<LoadFigures, any Error>
        do { result = .success(try await load.run()) } catch { result = .failure(error) }
        await server.drain()
        return try result.get()
    }

    private func failure(_ body: () async throws -> LoadFigures) async -> String {
        do { return "\(try await body())" } catch { return "\(error)" }
    }

    @Test(arguments: ["echo", "echo.task"], [1, 3])
    func figures(method: String, inFlight: Int) async throws {
        let figures = try await load(method: method, inFlight: inFlight)
        #expect(figures.rate > 0 && figures.p50 > 0 && figures.p50 <= figures.p99)
        #expect(figures.description.contains(" calls/s, p50 "))
    }

    @Test func aFaultIsNoAnswer() async throws {
        let text = await failure { try await load(method: "nothing") }
        #expect(text.hasPrefix("Not the result of a call: ") && text.contains("-32601"))
    }

    @Test func answersThatDiffer() async throws {
        let count = Atomic<Int>(0)
        let counting = Route(
            name: "echo",
            handle: .inPlace { _, _, writer in
                try writer.write(["n": count.wrappingAdd(1, ordering: .relaxed).newValue])
            }
        )
        #expect(await failure { try await load([counting]) } == LoadFailure.differs.description)
    }

    @Test func aServerThatClosesTheConnection() async throws {
        let text = await failure { try await load { $0.admitsPeer = { _ in false } } }
        #expect(["The server closed a connection.", "The server takes no more calls."].contains(text))
    }

    @Test func nobodyThere() async throws {
        let folder = try ScratchFolder()
        func load(_ path: String, connections: Int = 1) async -> String {
            await failure {
                try await EchoLoad(path: path, connections: connections, inFlight: 1, seconds: 0.1).run()
            }
        }
        #expect(await load(folder.file("s")).contains("cannot be connected to: "))
        #expect(await load(String(repeating: "x", count: 200)).hasSuffix("is no path of a socket."))
        #expect(await load(folder.file("s"), connections: 0) == "No connections were asked for.")
    }
}
