import RPC
import Testing

/// Notifications run in the order of their arrival, and what comes after one waits for it.
@Suite struct OrderingTests {
    @Test func aCallWaitsForTheNotificationsBeforeIt() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                [
                    hold("first", id: nil), hold("second", id: nil), request("note", #"{"name":"third"}"#, id: nil),
                    request("note", #"{"name":"call"}"#, id: "1"), hold("task", id: "2"),
                ].joined(separator: "\n") + "\n"
            )
            await harness.journal.reached("begin first")
            #expect(harness.journal.lines == ["begin first"])
            harness.journal.release("second")
            harness.journal.release("first")
            #expect(try await socket.receive(until: "\n") == reply("\"call\"", id: "1"))
            await harness.journal.reached("begin task")
            #expect(
                harness.journal.lines
                    == [
                        "begin first", "end first", "begin second", "end second", "note third", "note call",
                        "begin task",
                    ]
            )
        }
    }

    @Test func aNotificationDoesNotWaitForCalls() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("call", id: "1") + hold("notice", id: nil) + "\n")
            await harness.journal.reached("begin notice")
            harness.journal.letEverythingGo()
            #expect(try await socket.receive(until: "\n") == reply("\"call\"", id: "1"))
        }
    }

    @Test func anotherConnectionDoesNotWait() async throws {
        try await Harness.serving { (harness) async throws in
            let (one, other) = (try harness.connect(), try harness.connect())
            try await one.send(hold("notice", id: nil) + "\n")
            await harness.journal.reached("begin notice")
            try await other.send(request("subtract", "[3,1]", id: "1") + "\n")
            #expect(try await other.receive(until: "\n") == reply("2", id: "1"))
        }
    }

    @Test func pingAndHealthDoNotWait() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                hold("notice", id: nil) + request("rpc.ping", id: "1") + request("health.check", id: "2") + "\n"
            )
            #expect(try await socket.receive(until: "\n\n") == reply("\"pong\"", id: "1"))
            #expect(try await socket.receive(until: "\n").contains("SERVING"))
        }
    }

    @Test func callsFinishInAnyOrder() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "1") + hold("b", id: "2") + "\n")
            await harness.journal.reached("begin b")
            harness.journal.release("b")
            #expect(try await socket.receive(until: "\n") == reply("\"b\"", id: "2"))
            harness.journal.release("a")
            #expect(try await socket.receive(until: "\n") == reply("\"a\"", id: "1"))
        }
    }
}
