import RPC
import Testing

@Suite struct DeadlineTests {
    @Test(arguments: ["hold", "wedge"]) func aSlowCallIsAnsweredWhenItsTimeIsUp(method: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let began = ContinuousClock.now
            try await socket.send(hold("a", id: "1", method: method, timeout: 80) + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32002, id: "1"))
            let took = ContinuousClock.now - began
            #expect(took >= .milliseconds(80))
            // Fifty milliseconds are the promise. A machine that is busy with tests may be late, but not as late as the
            // thirty seconds after which the call would end without its own deadline.
            #expect(took < .seconds(10))
            if method == "hold" { await harness.journal.reached("cancelled a") }
        }
    }

    @Test func aLateResultIsThrownAway() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "1", method: "wedge", timeout: 1) + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32002, id: "1"))
            harness.journal.release("a")
            await harness.journal.reached("end a")
            try await socket.send(request("echo.task", #"{"value":1}"#, id: "2") + "\n")
            #expect(try await socket.receive(until: "\n") == reply(#"{"value":1}"#, id: "2"))
        }
    }

    @Test func theListenersDefaultHoldsForCallsThatNameNone() async throws {
        try await Harness.serving({ $0.limits.deadline = .milliseconds(30) }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "1") + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32002, id: "1"))
        }
    }

    @Test func nobodyGetsMoreThanTheLongest() async throws {
        try await Harness.serving({ $0.limits.longestDeadline = .milliseconds(30) }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "1", timeout: 300_000) + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32002, id: "1"))
        }
    }

    @Test func theEarliestOfManyComesFirst() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let calls = [(1, 120), (2, 40), (3, 80)].map { hold("\($0)", id: "\($0)", timeout: $1) }
            try await socket.send(calls.joined() + "\n")
            for id in [2, 3, 1] {
                #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32002, id: "\(id)"))
            }
        }
    }

    @Test func aCallWhoseTimeIsUpWhileItWaitsIsNotRun() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("notice", id: nil) + hold("a", id: "1", timeout: 20) + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32002, id: "1"))
            harness.journal.release("notice")
            try await socket.send(request("note", #"{"name":"after"}"#, id: "2") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("\"after\"", id: "2"))
            #expect(!harness.journal.lines.contains("begin a"))
        }
    }

    @Test(arguments: ["0", "300001", "\"1\"", "1.5"]) func aTimeoutOutsideTheBoundsIsInvalid(timeout: String)
        async throws
    {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("echo", #"{"value":1,"_meta":{"timeout_ms":\#(timeout)}}"#, id: "1") + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32602, id: "1"))
        }
    }
}
