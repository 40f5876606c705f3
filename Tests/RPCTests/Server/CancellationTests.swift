import RPC
import Testing

@Suite struct CancellationTests {
    @Test(arguments: ["rpc.cancel", "$/cancelRequest", #"$\/cancelRequest"#])
    func aCancelInTheSameReadIsAnsweredOnce(method: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "\"x\"") + "\n" + request(method, #"{"id":"x"}"#, id: nil) + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32800, id: "\"x\""))
            try await socket.send(request("rpc.ping", id: "1") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("\"pong\"", id: "1"))
        }
    }

    @Test func aCancelAsACallSaysWhetherThereWasSomething() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("rpc.cancel", #"{"id":99}"#, id: "1") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("false", id: "1"))
            try await socket.send(request("rpc.cancel", id: "2") + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32602, id: "2"))
        }
    }

    /// As the docstring of `Session.cancel` says: byte for byte.
    @Test(arguments: [
        ("1", "1.0"), ("1", "\"1\""), ("10", "1e1"), (#""a""#, #""\u0061""#), (#""/""#, #""\/""#), (#""a""#, #""A""#),
        ("0", "-0"), ("null", #""null""#),
    ])
    func anIDThatIsWrittenOtherwiseIsAnother(id: String, other: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: id) + "\n")
            await harness.journal.reached("begin a")
            try await socket.send(request("rpc.cancel", #"{"id":\#(other)}"#, id: "7") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("false", id: "7"))
            try await socket.send(request("rpc.cancel", #"{ "id" : \#(id) }"#, id: "8") + "\n")
            var replies: Set<String> = []
            for _ in 0..<2 { replies.insert(withoutData(try await socket.receive(until: "\n"))) }
            #expect(replies == [reply("true", id: "8"), failure(-32800, id: id)])
        }
    }

    @Test func anUnknownIDIsIgnored() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                request("rpc.cancel", #"{"id":99}"#, id: nil) + "\n" + request("rpc.ping", id: "1") + "\n"
            )
            #expect(try await socket.receive(until: "\n") == reply("\"pong\"", id: "1"))
        }
    }

    @Test func anotherConnectionCannotCancel() async throws {
        try await Harness.serving { (harness) async throws in
            let (one, other) = (try harness.connect(), try harness.connect())
            try await one.send(hold("a", id: "1") + "\n")
            await harness.journal.reached("begin a")
            try await other.send(request("rpc.cancel", #"{"id":1}"#, id: "2") + "\n")
            #expect(try await other.receive(until: "\n") == reply("false", id: "2"))
            harness.journal.release("a")
            #expect(try await one.receive(until: "\n") == reply("\"a\"", id: "1"))
        }
    }

    @Test func aCallThatCannotBeStoppedAnyMoreReportsSuccess() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(hold("a", id: "1", method: "wedge") + "\n")
            await harness.journal.reached("begin a")
            try await socket.send(request("rpc.cancel", #"{"id":1}"#, id: "2") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("true", id: "2"))
            harness.journal.release("a")
            #expect(try await socket.receive(until: "\n") == reply("\"a\"", id: "1"))
        }
    }

    @Test func aCallThatStillWaitsIsNotRun() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                hold("notice", id: nil) + hold("a", id: "1") + request("rpc.cancel", #"{"id":1}"#, id: nil) + "\n"
            )
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32800, id: "1"))
            harness.journal.release("notice")
            try await socket.send(request("note", #"{"name":"after"}"#, id: "2") + "\n")
            #expect(try await socket.receive(until: "\n") == reply("\"after\"", id: "2"))
            #expect(!harness.journal.lines.contains("begin a"))
        }
    }

    @Test func losingTheConnectionCancelsItsCalls() async throws {
        try await Harness.serving { (harness) async throws in
            do {
                let socket = try harness.connect()
                try await socket.send(hold("a", id: "1") + hold("b", id: "2", method: "hold.detached") + "\n")
                await harness.journal.reached("begin b")
            }
            await harness.journal.reached("cancelled a")
            harness.journal.release("b")
            await harness.journal.reached("end b")
        }
    }

    @Test func losingTheConnectionLetsNotificationsRun() async throws {
        try await Harness.serving { (harness) async throws in
            do {
                let socket = try harness.connect()
                try await socket.send(hold("a", id: nil) + hold("b", id: nil) + "\n")
            }
            await harness.journal.reached("begin a")
            harness.journal.release("a")
            harness.journal.release("b")
            await harness.journal.reached("end b")
        }
    }
}
