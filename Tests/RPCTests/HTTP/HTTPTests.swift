import RPC
import Testing

@Suite struct HTTPTests {
    private static let call = request("subtract", "[3,1]", id: "1")

    private static func post(_ body: String, path: String = "/", headers: String = "") -> String {
        "POST \(path) HTTP/1.1\r\nHost: x\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    @Test(arguments: ["/", "/rpc", "/rpc?x=1"]) func postIsACall(path: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            for _ in 0..<2 {
                try await socket.send(Self.post(Self.call, path: path))
                let answer = try await socket.receiveHTTP()
                #expect(answer.status == 200)
                #expect(answer.headers["content-type"] == "application/json")
                #expect(answer.body == reply("2", id: "1"))
            }
        }
    }

    @Test func pipelinedRequestsAreAnsweredInTheirOrder() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let slow = Self.post(hold("a", id: "1"))
            try await socket.send(slow + Self.post(Self.call) + "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            await harness.journal.reached("begin a")
            harness.journal.release("a")
            #expect(try await socket.receiveHTTP().body == reply("\"a\"", id: "1"))
            #expect(try await socket.receiveHTTP().body == reply("2", id: "1"))
            #expect(try await socket.receiveHTTP().body == "ok\n")
        }
    }

    @Test func aNotificationHasNoContent() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(Self.post(request("note", #"{"name":"n"}"#, id: nil)))
            let answer = try await socket.receiveHTTP()
            #expect(answer.status == 204)
            #expect(answer.headers["content-length"] == nil)
            #expect(harness.journal.lines == ["note n"])
        }
    }

    @Test func errorsOfCallsAre200() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            for (body, code) in [("{", -32700), (request("none", id: "1"), -32601), (request("fail", id: "1"), -32603)]
            {
                try await socket.send(Self.post(body))
                let answer = try await socket.receiveHTTP()
                #expect(answer.status == 200)
                #expect(answer.body.contains("\"code\":\(code)"))
            }
        }
    }

    @Test func aTokenThatDoesNotDoIs401Or403() async throws {
        let fault = Fault.unauthenticated
        try await Harness.serving({
            $0.authenticate = { token, _ in throw token == "x" ? .permissionDenied("m") : fault }
        }) {
            (harness) async throws in
            let socket = try harness.connect()
            for (token, status) in [("x", 403), ("y", 401)] {
                try await socket.send(Self.post(request("rpc.authenticate", #"["\#(token)"]"#, id: "1")))
                let answer = try await socket.receiveHTTP()
                #expect(answer.status == status)
                #expect(withoutData(answer.body) == failure(-32001, id: "1"))
            }
        }
    }

    @Test(arguments: [
        "GET / HTTP/1.1", "PUT /rpc HTTP/1.1", "DELETE / HTTP/1.1", "GET /other HTTP/1.1", "POST /healthz HTTP/1.1",
    ])
    func otherMethodsAndPathsAre405WithABody(line: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(line + "\r\nHost: x\r\n\r\n")
            let answer = try await socket.receiveHTTP()
            #expect(answer.status == 405)
            #expect(answer.headers["allow"]?.contains("OPTIONS") == true)
            #expect(withoutData(answer.body) == failure(-32600))
        }
    }

    @Test func optionsAndHead() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("OPTIONS / HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try await socket.receiveHTTP().status == 204)
            try await socket.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            let head = try await socket.receiveHTTP(hasBody: false)
            #expect(head.status == 200)
            #expect(head.headers["content-length"] == "3")
            try await socket.send(Self.post(Self.call))
            #expect(try await socket.receiveHTTP().body == reply("2", id: "1"))
        }
    }

    @Test(arguments: [true, false]) func aBodyThatIsTooLargeIs413WithABody(isAnnounced: Bool) async throws {
        try await Harness.serving({ $0.limits.batchBytes = 100_000 }) { (harness) async throws in
            let socket = try harness.connect()
            let body = String(repeating: "x", count: 3_000_000)
            let length = isAnnounced ? "Content-Length: \(body.utf8.count)" : "Transfer-Encoding: chunked"
            let chunk = isAnnounced ? "" : String(body.utf8.count, radix: 16) + "\r\n"
            async let sent: Void = socket.send("POST / HTTP/1.1\r\nHost: x\r\n\(length)\r\n\r\n\(chunk)\(body)")
            let answer = try await socket.receiveHTTP()
            #expect(answer.status == 413)
            #expect(withoutData(answer.body) == failure(-32007))
            try? await sent
        }
    }

    @Test func aSingleRequestBeyondItsOwnLimitIs413() async throws {
        try await Harness.serving({ $0.limits.request = 1000 }) { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(
                Self.post(request("echo", #"{"value":"\#(String(repeating: "x", count: 1000))"}"#, id: "1"))
            )
            #expect(try await socket.receiveHTTP().status == 413)
            try await socket.send(Self.post(Self.call))
            #expect(try await socket.receiveHTTP().body == reply("2", id: "1"))
        }
    }

    @Test func brokenHTTPIs400() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send("POST / HTTP/1.1\r\nBad Header\u{1}: x\r\n\r\n")
            let answer = try await socket.receiveHTTP()
            #expect(answer.status == 400)
            #expect(withoutData(answer.body) == failure(-32700))
            try await socket.waitForEnd()
        }
    }

    @Test func theCallerMayAskForTheEnd() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(Self.post(Self.call, headers: "Connection: close\r\n"))
            let answer = try await socket.receiveHTTP()
            #expect(answer.headers["connection"] == "close")
            try await socket.waitForEnd()
        }
    }

    @Test func aHalfCloseBehindTheRequestIsAnswered() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await socket.send(Self.post(hold("a", id: "1")))
            socket.finishSending()
            await harness.journal.reached("begin a")
            harness.journal.release("a")
            #expect(try await socket.receiveHTTP().body == reply("\"a\"", id: "1"))
            try await socket.waitForEnd()
        }
    }

    @Test func expectingToContinueIsToldTo() async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let size = Self.call.utf8.count
            try await socket.send(
                "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: \(size)\r\n\r\n"
            )
            #expect(try await socket.receiveHTTP().status == 100)
            try await socket.send(Self.call)
            #expect(try await socket.receiveHTTP().body == reply("2", id: "1"))
        }
    }
}
