import RPC
import Testing

/// The framing of the Language Server Protocol.
@Suite struct HeaderFramingTests {
    private static let call = request("subtract", "[3,1]", id: "1")
    private static let answer = reply("2", id: "1")

    @Test(arguments: [
        "Content-Length: #\r\n\r\n", "content-length: #\r\nContent-Type: application/json\r\n\r\n",
        "CONTENT-TYPE: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:#\r\n\r\n",
    ])
    func eitherOrderAndAnyCase(block: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let message = block.replacing("#", with: "\(Self.call.utf8.count)") + Self.call
            for _ in 0..<2 {
                try await socket.send(message)
                #expect(try await socket.receiveBlock() == Self.answer)
            }
        }
    }

    @Test func headerAndBodyComeInOneWrite() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("Content-Length: \(Self.call.utf8.count)\r\n\r\n\(Self.call)")
            let expected = "Content-Length: \(Self.answer.utf8.count)\r\n\r\n\(Self.answer)"
            #expect(try await String(decoding: socket.receive(), as: UTF8.self) == expected)
        }
    }

    @Test func oneByteAtATimeAndSeveralAtOnce() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let message = "Content-Length: \(Self.call.utf8.count)\r\n\r\n\(Self.call)"
            for byte in message.utf8 { try await socket.send([byte]) }
            #expect(try await socket.receiveBlock() == Self.answer)
            try await socket.send(message + message + message)
            for _ in 0..<3 { #expect(try await socket.receiveBlock() == Self.answer) }
        }
    }

    @Test func aTaskAndABatchAreFramedToo() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let batch = "[\(request("echo.task", #"{"value":1}"#, id: "1")),\(Self.call)]"
            try await socket.send("Content-Length: \(batch.utf8.count)\r\n\r\n\(batch)")
            #expect(try await socket.receiveBlock() == "[\(reply(#"{"value":1}"#, id: "1")),\(Self.answer)]")
        }
    }

    @Test func aBodyThatIsNotJSONIsAnsweredAndTheConnectionGoesOn() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                "Content-Length: 3\r\n\r\n{]}Content-Length: \(Self.call.utf8.count)\r\n\r\n\(Self.call)"
            )
            #expect(try await withoutData(socket.receiveBlock()) == failure(-32700))
            #expect(try await socket.receiveBlock() == Self.answer)
        }
    }

    @Test func aBlockWithoutALengthEndsTheConnection() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("Content-Type: application/json\r\n\r\n{}")
            #expect(try await withoutData(socket.receiveBlock()) == failure(-32700))
            try await socket.waitForEnd()
        }
    }

    @Test func aLengthBeyondTheLimitIsRefusedBeforeTheBodyComes() async throws {
        try await Harness.serving({ $0.limits.request = 1000 }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("Content-Length: 1001\r\n\r\n{")
            #expect(try await withoutData(socket.receiveBlock()) == failure(-32007))
            try await socket.waitForEnd()
        }
    }
}
