import Contract
import RPC
import Synchronization

/// A server on a socket of its own, with methods that tests can hold back and let go.
final class Harness: Sendable {
    let folder: ScratchFolder
    let server: Server
    let journal = Journal()
    var path: String { folder.file("s") }

    init(_ change: (inout ServerSettings) -> Void = { _ in }) async throws {
        folder = try ScratchFolder()
        var settings = ServerSettings()
        // A test that wants a slow drain asks for one; the others only want to be done.
        settings.limits.drain = .zero
        settings.limits.drainCancelled = .milliseconds(100)
        change(&settings)
        server = Server(router: Router(SpecRoutes.all + CalculatorRoutes.all + journal.routes), settings: settings)
        try await server.start(on: [.path(SocketPath(folder.file("s")))])
    }

    func connect() throws -> RawSocket { try RawSocket(path: path) }

    /// Runs a test against a server and takes it down afterwards.
    static func serving(
        _ change: (inout ServerSettings) -> Void = { _ in },
        _ body: @Sendable (Harness) async throws -> Void
    ) async throws {
        let harness = try await Harness(change)
        do { try await body(harness) } catch {
            harness.journal.letEverythingGo()
            await harness.server.drain()
            throw error
        }
        harness.journal.letEverythingGo()
        await harness.server.drain()
    }
}

/// The methods of the examples in the JSON-RPC 2.0 specification.
enum SpecRoutes {
    struct Subtract: Decodable { let minuend: Int, subtrahend: Int }
    struct Echo: Codable { let value: JSONValue }
    struct Sum: Decodable { let a: Int, b: Int, c: Int }

    static let all: [Route] = [
        Route(
            name: "subtract",
            handle: .inPlace { params, _, writer in
                let given = try params.decode(Subtract.self, order: ["minuend", "subtrahend"])
                try writer.write(given.minuend - given.subtrahend)
            }
        ),
        Route(
            name: "sum",
            handle: .inPlace { params, _, writer in
                let given = try params.decode(Sum.self, order: ["a", "b", "c"])
                try writer.write(given.a + given.b + given.c)
            }
        ),
        Route(name: "get_data", handle: .inPlace { _, _, writer in writer.write(raw: #"["hello",5]"#) }),
        Route(
            name: "echo",
            handle: .inPlace { params, _, writer in
                try writer.write(params.decode(Echo.self, order: ["value"]))
            }
        ),
        Route(
            name: "echo.task",
            handle: .task { params, _ in
                let value = try params.decode(Echo.self, order: ["value"])
                return {
                    var writer = JSONWriter()
                    try writer.write(value)
                    return writer.bytes
                }
            }
        ),
        Route(name: "fail", handle: .task { _, _ in { throw RawFailure("secret") } }),
        Route(
            name: "big",
            handle: .inPlace { params, _, writer in
                let size = try params.decode([String: Int].self, order: ["size"])["size"] ?? 0
                try writer.write(String(repeating: "x", count: size))
            }
        ),
    ]
}
