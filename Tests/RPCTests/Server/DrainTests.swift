import Contract
import Glibc
import RPC
import Testing

@Suite struct DrainTests {
    @Test func callsUnderWayCompleteAndNewOnesAreTurnedAway() async throws {
        try await Harness.serving({ $0.limits.drain = .seconds(30) }) { (harness) async throws in
            let (busy, idle) = (try harness.connect(), try harness.connect())
            try await busy.send(hold("a", id: "1") + "\n")
            await harness.journal.reached("begin a")
            try await idle.send(request("rpc.ping", id: "1") + "\n")
            _ = try await idle.receive(until: "\n")
            async let drained: Void = harness.server.drain()
            // Not one byte that nobody asked for.
            #expect(try await idle.receiveAll() == "")
            #expect(throws: RawFailure.self) { try harness.connect() }
            try await busy.send(request("subtract", "[3,1]", id: "2") + "\n")
            let turnedAway = try await busy.receive(until: "\n")
            #expect(withoutData(turnedAway) == failure(-32009, id: "2"))
            #expect(turnedAway.contains(#""reason":"DRAINING","retryable":true"#))
            try await busy.send(request("health.check", id: "3") + "\n")
            #expect(try await busy.receive(until: "\n").contains("NOT_SERVING"))
            harness.journal.release("a")
            #expect(try await busy.receiveAll() == reply("\"a\"", id: "1") + "\n")
            await drained
        }
    }

    @Test func afterTheFirstLimitTasksAreCancelledAndToldSo() async throws {
        try await Harness.serving({ settings in
            settings.limits.drain = .milliseconds(20)
            settings.limits.drainCancelled = .seconds(30)
        }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                hold("a", id: "1") + "\n" + hold("notice", id: nil) + "\n" + hold("waits", id: "2") + "\n"
            )
            await harness.journal.reached("begin notice")
            await harness.server.drain()
            let replies = try await withoutData(socket.receiveAll()).split(separator: "\n")
            #expect(Set(replies) == [Substring(failure(-32009, id: "1")), Substring(failure(-32009, id: "2"))])
            #expect(!harness.journal.lines.contains("begin waits"))
        }
    }

    @Test func afterTheSecondLimitEverythingIsClosed() async throws {
        try await Harness.serving({ settings in
            settings.limits.drain = .milliseconds(20)
            settings.limits.drainCancelled = .milliseconds(20)
        }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "1", method: "wedge") + "\n")
            await harness.journal.reached("begin a")
            await harness.server.drain()
            #expect(try await socket.receiveAll() == "")
        }
    }

    @Test func thePathIsFreeForTheNextServerAtOnce() async throws {
        try await Harness.serving({ $0.limits.drain = .seconds(30) }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "1") + "\n")
            await harness.journal.reached("begin a")
            async let drained: Void = harness.server.drain()
            // Being turned away is the sign that the drain has begun.
            var told = ""
            while !told.contains("DRAINING") {
                try await socket.send(request("subtract", "[3,1]", id: "2") + "\n")
                told = try await socket.receive(until: "\n")
            }
            while access(harness.path, F_OK) == 0 { await Task.yield() }
            let next = Server(router: Router(SpecRoutes.all))
            try await next.start(on: [.path(SocketPath(harness.path))])
            let client = Client(path: harness.path)
            #expect(try await client.call(name: "subtract", params: [3, 1]) == 2)
            await client.close()
            harness.journal.release("a")
            await drained
            await next.drain()
        }
    }

    @Test func aClientRidesOverRestarts() async throws {
        let folder = try ScratchFolder()
        let path = try SocketPath(folder.file("s"))
        var settings = ClientSettings()
        settings.retryPause = .milliseconds(5)
        let client = Client(path: path.text, settings: settings)
        func serve() async throws -> Server {
            let server = Server(router: Router(CalculatorRoutes.all))
            try await server.start(on: [.path(path)])
            return server
        }
        var server = try await serve()
        for round in 0..<5 {
            #expect(try await client.call(Add(a: round, b: 1)).sum == round + 1)
            let old = server
            async let drained: Void = old.drain()
            while access(path.text, F_OK) == 0 { await Task.yield() }
            server = try await serve()
            await drained
        }
        await server.drain()
        await client.close()
    }
}
