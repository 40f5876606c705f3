import Foundation
import RPC

/// The transport alone: this command serves as one process and loads from another.
struct EchoMeasurement {
    let seconds: Double

    func run() async throws {
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
            let figures = try await EchoBench.load(
                path: socket,
                connections: connections,
                inFlight: inFlight,
                seconds: seconds
            )
            print("| echo, \(connections) connections x \(inFlight) in flight | \(figures) |")
        }
        let figures = try await EchoBench.load(
            path: socket,
            connections: 16,
            inFlight: 16,
            seconds: seconds,
            method: "echo.task"
        )
        print("| echo as a task, 16 connections x 16 in flight | \(figures) |")
    }

    private func waitForSocket(_ path: String) async throws {
        let end = ContinuousClock.now + .seconds(5)
        while ContinuousClock.now < end {
            if FileManager.default.fileExists(atPath: path) { return }
            // Another process, whose only sign is its socket.
            try await Task.sleep(for: .milliseconds(20))
        }
        throw CommandProblem("The echo server did not start.", code: 69)
    }
}
