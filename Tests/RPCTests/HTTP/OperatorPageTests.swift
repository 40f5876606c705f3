import RPC
import Testing

@Suite struct OperatorPageTests {
    private func get(_ path: String, _ socket: RawSocket) async throws -> RawResponse {
        try await socket.send("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
        return try await socket.receiveHTTP()
    }

    @Test func readinessFollowsHealth() async throws {
        for (status, code) in [(HealthReport.Status.serving, 200), (.notServing, 503)] {
            try await Harness.serving({ $0.health = { _ in HealthReport(status) } }) { (harness) async throws in
                let answer = try await get("/readyz", harness.connect())
                #expect(answer.status == code)
                #expect(answer.body.contains("\"status\":\"\(status.rawValue)\""))
            }
        }
    }

    @Test func aliveIsAliveWhateverTheHealth() async throws {
        try await Harness.serving({ $0.health = { _ in HealthReport(.notServing) } }) { (harness) async throws in
            #expect(try await get("/healthz", harness.connect()).status == 200)
        }
    }

    @Test func metricsAreTextOfTheHost() async throws {
        try await Harness.serving({ $0.metricsPage = { "a 1\n" } }) { (harness) async throws in
            let answer = try await get("/metrics", harness.connect())
            #expect(answer.body == "a 1\n")
            #expect(answer.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
        }
    }

    @Test func pagesAreAnsweredWhenTheProcessIsFull() async throws {
        try await Harness.serving({ $0.limits.processInFlight = 1 }) { (harness) async throws in
            let (busy, page) = (try harness.connect(), try harness.connect())
            try await busy.send(hold("a", id: "1") + "\n")
            await harness.journal.reached("begin a")
            for path in ["/healthz", "/readyz", "/metrics"] { #expect(try await get(path, page).status == 200) }
        }
    }

    @Test func anIdleConnectionIsClosedByADrainAndABusyOneAfterItsAnswer() async throws {
        try await Harness.serving({ $0.limits.drain = .seconds(30) }) { (harness) async throws in
            let (busy, idle) = (try harness.connect(), try harness.connect())
            #expect(try await get("/healthz", idle).status == 200)
            let body = hold("a", id: "1")
            try await busy.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            await harness.journal.reached("begin a")
            async let drained: Void = harness.server.drain()
            try await idle.waitForEnd()
            harness.journal.release("a")
            let answer = try await busy.receiveHTTP()
            #expect(answer.headers["connection"] == "close")
            #expect(answer.body == reply("\"a\"", id: "1"))
            try await busy.waitForEnd()
            await drained
        }
    }
}
