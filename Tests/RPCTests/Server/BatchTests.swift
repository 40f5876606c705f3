import RPC
import Testing

@Suite struct BatchTests {
    @Test func repliesComeInTheOrderOfTheRequests() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                "[\(hold("a", id: "1")),\(hold("b", id: "2")),\(request("subtract", "[3,1]", id: "3"))]\n"
            )
            await harness.journal.reached("begin b")
            harness.journal.release("b")
            await harness.journal.reached("end b")
            #expect(socket.isSilent)
            harness.journal.release("a")
            #expect(
                try await socket.receive(until: "\n")
                    == "[\(reply("\"a\"", id: "1")),\(reply("\"b\"", id: "2")),\(reply("2", id: "3"))]"
            )
        }
    }

    @Test func sixteenRunAtATime() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let items = (0..<20).map { hold("\($0)", id: "\($0)") }
            try await socket.send("[\(items.joined(separator: ","))]\n")
            await harness.journal.reached("begin 15")
            #expect(!harness.journal.lines.contains("begin 16"))
            harness.journal.release("3")
            await harness.journal.reached("begin 16")
            #expect(!harness.journal.lines.contains("begin 17"))
            harness.journal.letEverythingGo()
            let replies = (0..<20).map { reply("\"\($0)\"", id: "\($0)") }
            #expect(try await socket.receive(until: "\n") == "[\(replies.joined(separator: ","))]")
        }
    }

    @Test func aThousandItemsAreServedAndOneMoreIsNot() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let item = request("echo.task", #"{"value":1}"#, id: "7")
            try await socket.send("[\(Array(repeating: item, count: 1000).joined(separator: ","))]\n")
            let expected = Array(repeating: reply(#"{"value":1}"#, id: "7"), count: 1000).joined(separator: ",")
            #expect(try await socket.receiveLines(1) == ["[\(expected)]"])
            try await socket.send("[\(Array(repeating: item, count: 1001).joined(separator: ","))]\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32010))
        }
    }

    @Test func nothingIsAnsweredToNotificationsOnly() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let batch =
                "[\(hold("a", id: nil)),\(request("note", #"{"name":"b"}"#, id: nil)),\(request("fail", id: nil))]"
            try await socket.send(batch + "\n" + request("rpc.ping", id: "1") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("\"pong\"", id: "1"))
            harness.journal.release("a")
            await harness.journal.reached("note b")
            try await socket.send(request("subtract", "[3,1]", id: "2") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("2", id: "2"))
        }
    }

    @Test func responsesThatAreTooLargeTogetherAreReplacedByOneFault() async throws {
        try await Harness.serving({ $0.limits.batchBytes = 5000 }) { (harness) async throws in
            let socket = try harness.connect()
            let items = (0..<3).map { request("big", #"{"size":2000}"#, id: "\($0)") }
            try await socket.send("[\(items.joined(separator: ","))]\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32011))
        }
    }

    @Test func anItemThatIsCancelledIsAnsweredInItsPlace() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                "[\(hold("a", id: "1")),\(hold("b", id: "2"))]\n" + request("rpc.cancel", #"{"id":1}"#, id: nil)
            )
            await harness.journal.reached("cancelled a")
            harness.journal.release("b")
            #expect(
                try await withoutData(socket.receive(until: "\n"))
                    == "[\(failure(-32800, id: "1")),\(reply("\"b\"", id: "2"))]"
            )
        }
    }
}
