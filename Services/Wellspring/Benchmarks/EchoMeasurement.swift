import Foundation
import RPC

/// The transport alone: this command serves as one process and loads from another.
struct EchoMeasurement {
    let seconds: Double

    func run(_ table: BenchTable) async throws {
        let socket = "/tmp/ws-echo-\(ProcessInfo.processInfo.processIdentifier).sock"
        let server = Process()
        server.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        server.arguments = ["bench", "echo", "--socket", socket]
        try server.run()
        defer {
            server.terminate()
            try? FileManager.default.removeItem(atPath: socket)
        }
        try await waitForSocket(socket)
        for (connections, inFlight) in [(1, 1), (1, 64), (16, 16)] {
            try await measure(socket, "echo", connections, inFlight, table)
        }
        try await measure(socket, "echo.task", 16, 16, table)
    }

    private func measure(_ socket: String, _ method: String, _ connections: Int, _ inFlight: Int, _ table: BenchTable)
        async throws
    {
        let load = EchoLoad(
            path: socket,
            connections: connections,
            inFlight: inFlight,
            seconds: seconds,
            method: method
        )
        table.add(
            "\(method), connections x calls in flight: \(connections) x \(inFlight)",
            "\(try await load.run())",
            command: "load --socket PATH --method \(method) --connections \(connections) --in-flight \(inFlight)"
        )
    }

    private func waitForSocket(_ path: String) async throws {
        try await Patience(limit: .seconds(5)).wait(orElse: "The echo server did not start") {
            FileManager.default.fileExists(atPath: path) ? () : nil
        }
    }
}
