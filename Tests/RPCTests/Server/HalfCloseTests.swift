import RPC
import Testing

/// Pipes and `nc -N` send their end of file right behind the request.
@Suite struct HalfCloseTests {
    @Test func whatIsUnderWayIsAnsweredBeforeTheConnectionCloses() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(request("subtract", "[3,1]", id: "1") + "\n" + hold("a", id: "2") + "\n")
            socket.finishSending()
            await harness.journal.reached("begin a")
            harness.journal.release("a")
            #expect(try await socket.receiveAll() == reply("2", id: "1") + "\n" + reply("\"a\"", id: "2") + "\n")
        }
    }

    @Test func aMessageThatIsCutOffIsAnswered() async throws {
        try await Harness.serving { (harness) async throws in
            for part in [#"{"jsonrpc":"2.0","#, "Content-Length: 5\r\n\r\n{", "Cont"] {
                let socket = try harness.connect()
                try await socket.send(part)
                socket.finishSending()
                #expect(try await withoutData(socket.receiveAll()).contains(failure(-32700)))
            }
        }
    }

    @Test func onlyTheEndCompletesANumber() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("12")
            socket.finishSending()
            #expect(try await withoutData(socket.receiveAll()) == failure(-32600) + "\n\n")
        }
    }

    @Test func aCallerWhoSendsNothingIsLetGo() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            socket.finishSending()
            #expect(try await socket.receiveAll() == "")
        }
    }

    @Test func twoThousandCallsBehindWhichNothingComesAreAllAnswered() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let calls = (0..<2000).map { request("echo.task", #"{"value":\#($0)}"#, id: "\($0)") + "\n" }.joined()
            async let sent: Void = socket.send(calls)
            async let replies = socket.receiveLines(2000)
            try await sent
            socket.finishSending()
            #expect(try await replies.count == 2000)
            try await socket.waitForEnd()
        }
    }
}
