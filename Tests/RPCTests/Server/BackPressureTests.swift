import Dispatch
import RPC
import Testing

@Suite struct BackPressureTests {
    @Test(arguments: ["subtract", "echo.task"]) func twoThousandPipelinedCallsAreAllAnswered(method: String)
        async throws
    {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let isTask = method == "echo.task"
            let params = { @Sendable (number: Int) in isTask ? #"{"value":\#(number)}"# : "[\(number),0]" }
            async let sent: Void = socket.send(
                (0..<2000).map { request(method, params($0), id: "\($0)") + "\n" }.joined()
            )
            let replies = try await socket.receiveLines(2000)
            try await sent
            let expected = (0..<2000).map { reply(isTask ? params($0) : "\($0)", id: "\($0)") }
            #expect(isTask ? Set(replies) == Set(expected) : replies == expected)
        }
    }

    @Test func aCallerWhoNeverReadsIsPausedAndThenCutOff() async throws {
        try await Harness.serving({ $0.limits.stall = .milliseconds(200) }) { (harness) async throws in
            let socket = try harness.connect()
            let call = Array((request("big", #"{"size":100000}"#, id: "1") + "\n").utf8)
            // Replies pile up to the high-water mark; from there on requests stay in the socket, until it is full.
            var unread = 0
            while case let count = socket.sendWithoutWaiting(call), count > 0, unread < 100_000_000 { unread += count }
            #expect(unread < 10_000_000)
            let other = try harness.connect()
            try await other.send(request("subtract", "[3,1]", id: "1") + "\n")
            #expect(try await other.receive(until: "\n") == reply("2", id: "1"))
            // What had been written can still be read; then comes the end.
            let rest = try await socket.receiveAll()
            #expect(rest.utf8.count < 3_000_000)
        }
    }

    @Test func readingStopsAt128CallsAndGoesOnAt64() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send((0..<130).map { hold("\($0)", id: "\($0)") }.joined() + "\n")
            await harness.journal.reached("begin 127")
            for number in 0..<63 {
                harness.journal.release("\(number)")
                _ = try await socket.receive(until: "\n")
            }
            // Sixty-five are left, which is one too many.
            #expect(!harness.journal.lines.contains("begin 128"))
            harness.journal.release("63")
            await harness.journal.reached("begin 129")
        }
    }

    @Test func beyondTheLimitOfTheProcessCallsAreTurnedAwayAsBusy() async throws {
        try await Harness.serving({ $0.limits.processInFlight = 3 }) { (harness) async throws in
            let (one, other) = (try harness.connect(), try harness.connect())
            try await one.send((0..<3).map { hold("\($0)", id: "\($0)") }.joined() + "\n")
            await harness.journal.reached("begin 2")
            try await other.send(hold("x", id: "9") + "\n")
            let busy = try await other.receive(until: "\n")
            #expect(withoutData(busy) == failure(-32009, id: "9"))
            #expect(busy.contains(#""reason":"BUSY","retryable":true,"retry_after_ms":"#))
            // What needs no task, and what has to answer above all when it is full, is still served.
            try await other.send(request("subtract", "[3,1]", id: "1") + "\n" + request("health.check", id: "2") + "\n")
            #expect(try await other.receive(until: "\n") == reply("2", id: "1"))
            #expect(try await other.receive(until: "\n").contains(#""status":"SERVING""#))
            harness.journal.release("0")
            _ = try await one.receive(until: "\n")
            try await other.send(request("echo.task", #"{"value":1}"#, id: "3") + "\n")
            #expect(try await other.receive(until: "\n") == reply(#"{"value":1}"#, id: "3"))
        }
    }

    @Test func fiveHundredAndTwelveConnectionsAreServedAtOnce() async throws {
        try await Harness.serving { (harness) async throws in
            let sockets = try (0..<512).map { _ in try harness.connect() }
            for (number, socket) in sockets.enumerated() {
                try await socket.send(request("subtract", "[\(number),0]", id: "\(number)") + "\n")
            }
            for (number, socket) in sockets.enumerated() {
                #expect(try await socket.receive(until: "\n") == reply("\(number)", id: "\(number)"))
            }
            #expect(harness.server.openConnections == 512)
        }
    }

    @Test func connectionsBeyondTheCapOfAUserAreClosed() async throws {
        try await Harness.serving({ $0.limits.connectionsPerUser = 2 }) { (harness) async throws in
            var sockets = [try harness.connect(), try harness.connect()]
            for socket in sockets {
                try await socket.send(request("rpc.ping", id: "1") + "\n")
                _ = try await socket.receive(until: "\n")
            }
            try await harness.connect().waitForEnd()
            let leaving = sockets.removeLast()
            leaving.finishSending()
            try await leaving.waitForEnd()
            let next = try harness.connect()
            try await next.send(request("rpc.ping", id: "1") + "\n")
            #expect(try await next.receive(until: "\n") == reply("\"pong\"", id: "1"))
        }
    }

    @Test func aPeerThatIsNotAdmittedIsClosed() async throws {
        try await Harness.serving({ $0.admitsPeer = { _ in false } }) { (harness) async throws in
            try await harness.connect().waitForEnd()
        }
    }

    @Test func aFloodOnOneConnectionDoesNotStarveAnother() async throws {
        // One loop, so that the two have to share it.
        try await Harness.serving({ $0.loops = 1 }) { (harness) async throws in
            let (flood, other) = (try harness.connect(), try harness.connect())
            let calls = String(repeating: request("note", #"{"name":"flood"}"#, id: "1") + "\n", count: 700)
            try await flood.send(request("block", id: "0") + "\n")
            await harness.journal.reached("blocked")
            try await flood.send(calls)
            try await other.send(request("note", #"{"name":"other"}"#, id: "1") + "\n")
            harness.journal.loop.signal()
            _ = try await other.receive(until: "\n")
            _ = try await flood.receiveLines(701)
            let place = harness.journal.lines.firstIndex(of: "note other") ?? .max
            #expect(place < 200, "The other connection was served after the whole flood.")
        }
    }
}
