import RPC
import Testing

/// What replies on raw connections end with, and what may stand between requests.
@Suite struct TerminatorTests {
    private static let call = request("subtract", "[3,1]", id: "1")
    private static let answer = reply("2", id: "1")

    @Test(arguments: [("\n", "\n"), ("\r\n", "\n"), ("\n\n", "\n\n"), ("\0", "\0"), ("", "\n\n")])
    func theReplyEndsAsTheRequest(ending: String, expected: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            for _ in 0..<3 {
                try await socket.send(Self.call + ending)
                #expect(
                    try await socket.receive(exactly: Self.answer.utf8.count + expected.utf8.count) == Self.answer
                        + expected
                )
            }
            #expect(socket.isSilent)
        }
    }

    @Test func aBlankLineUpgradesForTheRestOfTheConnection() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(Self.call + "\n")
            #expect(try await socket.receive(exactly: Self.answer.utf8.count + 1) == Self.answer + "\n")
            for ending in ["\n\n", "\n", ""] {
                try await socket.send(Self.call + ending)
                #expect(try await socket.receive(exactly: Self.answer.utf8.count + 2) == Self.answer + "\n\n")
            }
        }
    }

    @Test(arguments: [(TerminatorSetting.lf, "\n"), (.lflf, "\n\n"), (.nul, "\0")])
    func aListenerMayPinIt(setting: TerminatorSetting, expected: String) async throws {
        try await Harness.serving({ $0.terminator = setting }) { (harness) async throws in
            let socket = try harness.connect()
            for ending in ["\n", "\n\n", ""] {
                try await socket.send(Self.call + ending)
                #expect(
                    try await socket.receive(exactly: Self.answer.utf8.count + expected.utf8.count) == Self.answer
                        + expected
                )
            }
        }
    }

    @Test func requestsNeedNothingBetweenThem() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send((1...20).map { request("subtract", "[\($0),1]", id: "\($0)") }.joined() + "\n")
            // The first nineteen were followed by nothing, the last by a line feed.
            for id in 1...19 { #expect(try await socket.receive(until: "\n\n") == reply("\(id - 1)", id: "\(id)")) }
            #expect(try await socket.receive(until: "\n") == reply("19", id: "20"))
        }
    }

    @Test func indentedRequestsAndBlankLinesAreFine() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                "\u{FEFF}\r\n\n  {\n  \"jsonrpc\": \"2.0\",\n\t\"method\": \"subtract\",\r\n \"params\": [\n3,\n1],\n\"id\": 1}\n"
            )
            #expect(try await socket.receive(until: "\n") == Self.answer)
        }
    }

    @Test(arguments: ["\n", "\n\n", "\0"]) func oneByteAtATime(ending: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let text = request("echo", #"{"value":"a\"b\\ü{[\u0041"}"#, id: "\"x\"") + ending + Self.call + ending
            for byte in text.utf8 { try await socket.send([byte]) }
            // Each line feed comes in a read of its own, so the first reply may go out before it is seen.
            let first = reply(#"{"value":"a\"b\\ü{[A"}"#, id: "\"x\"")
            let bytes = try await socket.receive(
                exactly: first.utf8.count + Self.answer.utf8.count + ending.utf8.count + 1
            )
            #expect(bytes.hasPrefix(first))
            #expect(bytes.contains(Self.answer))
        }
    }

    @Test func repliesAreOnOneLineWhateverTheyHold() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("echo", #"{"value":"a\nb\u2028c"}"#, id: "1") + "\n")
            #expect(try await socket.receive(until: "\n").contains(#"a\nb"#))
        }
    }
}
