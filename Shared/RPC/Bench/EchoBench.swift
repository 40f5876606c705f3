internal import Glibc

/// Measures the transport alone: one method that reads typed params and writes them back, and a generator of load.
///
/// The two run as two processes. The figures say what a call costs before any service does anything.
public enum EchoBench {
    /// What is sent and sent back.
    struct Echo: Codable {
        let ideaId: String
        let title: String
        let points: Int
        let tags: [String]

        static let order = ["ideaId", "title", "points", "tags"]
    }

    /// One call, as a client of ours writes it.
    static let params =
        #"{"ideaId":"9f1c2d3e-4b5a-6978-8a9b-0c1d2e3f4a5b","title":"Bicycle racks at the east entrance","#
        + #""points":120,"tags":["mobility","campus","low-cost"]}"#

    static let routes: [Route] = [
        Route(
            name: "echo",
            handle: .inPlace { params, _, writer in
                try writer.write(params.decode(Echo.self, order: Echo.order))
            }
        ),
        Route(
            name: "echo.task",
            handle: .task { params, _ in
                let echo = try params.decode(Echo.self, order: Echo.order)
                return { try JSONWriter.text(of: echo) }
            }
        ),
    ]

    /// Serves `echo`, in place, and `echo.task`, as a task, until the process is ended.
    public static func serve(path: String) async throws {
        let server = Server(router: Router(routes))
        try await server.start(on: [.path(SocketPath(path))])
        let (stream, _) = AsyncStream.makeStream(of: Never.self)
        for await _ in stream {}
        await server.drain()
    }
}
