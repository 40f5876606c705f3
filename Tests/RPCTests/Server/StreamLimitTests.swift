import RPC
import Testing

/// What a stream that cannot be followed is told before it is cut off.
@Suite struct StreamLimitTests {
    private static let call = request("subtract", "[3,1]", id: "1")

    @Test(arguments: ["hello\n", "}\n", "\u{1}", "GOT / HTTP/1.1\r\n\r\n", "<xml/>"])
    func junkIsAnsweredOnceAndTheConnectionCloses(junk: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(junk + Self.call)
            #expect(try await withoutData(socket.receiveAll()) == failure(-32700) + "\n\n")
        }
    }

    @Test func junkBehindARequestIsAnsweredAfterIt() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(Self.call + "\n}" + Self.call)
            #expect(try await withoutData(socket.receiveAll()) == reply("2", id: "1") + "\n" + failure(-32700) + "\n")
        }
    }

    @Test func aControlByteInAStringIsAnsweredAtOnceAndTheNextLineServed() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("{\"jsonrpc\":\"2.0\",\"method\":\"a\u{1}")
            #expect(try await withoutData(socket.receive(until: "\n\n")) == failure(-32700))
            try await socket.send("\",\"id\":[}}\n" + Self.call + "\n")
            #expect(try await socket.receive(until: "\n") == reply("2", id: "1"))
        }
    }

    @Test func aBalancedMessageThatIsNotJSONIsAnsweredAndTheConnectionGoesOn() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("{\"a\":tru}\n" + Self.call + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32700))
            #expect(try await socket.receive(until: "\n") == reply("2", id: "1"))
        }
    }

    @Test func oversizeIsAnsweredOnceWhileTheCallerStillSends() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            // Far more than fits into the buffers between the two, so the whole of it only goes out if it is read.
            let size = 5 << 20
            try await socket.send(
                #"{"jsonrpc":"2.0","id":1,"method":"echo","params":{"value":""# + String(repeating: "x", count: size)
            )
            #expect(try await withoutData(socket.receiveAll()) == failure(-32007) + "\n\n")
        }
    }

    @Test func aRequestOfExactlyTheLimitIsServed() async throws {
        try await Harness.serving({ $0.limits.request = 2000 }) { (harness) async throws in
            let socket = try harness.connect()
            let frame = request("echo", #"{"value":""}"#, id: "1").utf8.count
            let value = String(repeating: "x", count: 2000 - frame)
            try await socket.send(request("echo", #"{"value":"\#(value)"}"#, id: "1") + "\n")
            #expect(try await socket.receive(until: "\n") == reply(#"{"value":"\#(value)"}"#, id: "1"))
            try await socket.send(request("echo", #"{"value":"\#(value)x"}"#, id: "1") + "\n")
            #expect(try await withoutData(socket.receiveAll()) == failure(-32007) + "\n")
        }
    }

    @Test func nestedTooDeepIsRefused() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(String(repeating: "[", count: 65))
            #expect(try await withoutData(socket.receiveAll()) == failure(-32600) + "\n\n")
        }
    }

    @Test(arguments: [String(call.dropLast(5)), "Content-Le", "Content-Length: 50\r\n\r\n{"])
    func aMessageThatIsNeverCompletedEndsTheConnection(part: String) async throws {
        try await Harness.serving({ $0.limits.partial = .milliseconds(60) }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(part)
            #expect(try await withoutData(socket.receiveAll()).contains(failure(-32700)))
        }
    }

    @Test func aConnectionThatIsOnlySilentStays() async throws {
        try await Harness.serving({ $0.limits.partial = .milliseconds(20) }) { (harness) async throws in
            let (quiet, partial) = (try harness.connect(), try harness.connect())
            try await quiet.send(Self.call + "\n")
            #expect(try await quiet.receive(until: "\n") == reply("2", id: "1"))
            // The clock of the partial one runs out; that of the quiet one, which began earlier, does not exist.
            try await partial.send("{")
            _ = try await partial.receiveAll()
            try await quiet.send(Self.call + "\n")
            #expect(try await quiet.receive(until: "\n") == reply("2", id: "1"))
        }
    }

    @Test func aResponseThatIsTooLargeIsReplacedByAFault() async throws {
        try await Harness.serving({ $0.limits.response = 10_000 }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("big", #"{"size":10001}"#, id: "1") + "\n" + Self.call + "\n")
            #expect(try await withoutData(socket.receive(until: "\n")) == failure(-32008, id: "1"))
            #expect(try await socket.receive(until: "\n") == reply("2", id: "1"))
        }
    }
}
