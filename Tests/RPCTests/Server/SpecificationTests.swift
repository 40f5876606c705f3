import RPC
import Testing

/// The examples of the JSON-RPC 2.0 specification, over a real socket in every framing and with every terminator.
@Suite struct SpecificationTests {
    enum Wrapping: String, CaseIterable {
        case lf, crlf, lflf, nul, none, headers, http

        var ending: String {
            switch self {
            case .lf: "\n"
            case .crlf: "\r\n"
            case .lflf: "\n\n"
            case .nul: "\0"
            default: ""
            }
        }

        var replyEnding: String {
            switch self {
            case .lf, .crlf: "\n"
            case .nul: "\0"
            default: "\n\n"
            }
        }
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let request: String
        /// Without `data`, which the specification leaves to the server. Nil where nothing is answered.
        let reply: String?
        var testDescription: String { request }
    }

    static let parseError = #"{"jsonrpc":"2.0","id":null,"error":{"code":-32700}}"#
    static let invalid = #"{"jsonrpc":"2.0","id":null,"error":{"code":-32600}}"#

    static let examples: [Example] = [
        Example(
            request: #"{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}"#,
            reply: #"{"jsonrpc":"2.0","id":1,"result":19}"#
        ),
        Example(
            request: #"{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}"#,
            reply: #"{"jsonrpc":"2.0","id":2,"result":-19}"#
        ),
        Example(
            request: #"{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}"#,
            reply: #"{"jsonrpc":"2.0","id":3,"result":19}"#
        ),
        Example(
            request: #"{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}"#,
            reply: #"{"jsonrpc":"2.0","id":4,"result":19}"#
        ),
        Example(request: #"{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}"#, reply: nil),
        Example(request: #"{"jsonrpc": "2.0", "method": "foobar"}"#, reply: nil),
        Example(
            request: #"{"jsonrpc": "2.0", "method": "foobar", "id": "1"}"#,
            reply: #"{"jsonrpc":"2.0","id":"1","error":{"code":-32601}}"#
        ),
        Example(request: #"{"jsonrpc": "2.0", "method": 1, "params": "bar"}"#, reply: invalid),
        Example(request: #"[]"#, reply: invalid),
        Example(request: #"[1]"#, reply: "[\(invalid)]"),
        Example(request: #"[1,2,3]"#, reply: "[\(invalid),\(invalid),\(invalid)]"),
        Example(
            request:
                #"[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},{"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},{"foo": "boo"},{"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},{"jsonrpc": "2.0", "method": "get_data", "id": "9"}]"#,
            reply:
                #"[{"jsonrpc":"2.0","id":"1","result":7},{"jsonrpc":"2.0","id":"2","result":19},{"jsonrpc":"2.0","id":null,"error":{"code":-32600}},{"jsonrpc":"2.0","id":"5","error":{"code":-32601}},{"jsonrpc":"2.0","id":"9","result":["hello",5]}]"#
        ),
        Example(
            request:
                #"[{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]"#,
            reply: nil
        ),
    ]

    /// These are not JSON, so where they end depends on the framing.
    static let broken = [
        #"{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]"#,
        #"[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},{"jsonrpc": "2.0", "method"]"#,
    ]

    @Test(arguments: Wrapping.allCases, examples) func example(wrapping: Wrapping, example: Example) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            let probe = #"{"jsonrpc":"2.0","method":"subtract","params":[2,1],"id":"probe"}"#
            let probeReply = #"{"jsonrpc":"2.0","id":"probe","result":1}"#
            try await send(example.request, wrapping, socket)
            if wrapping == .http {
                #expect(try await readHTTP(socket) == (example.reply ?? ""))
            } else if let reply = example.reply {
                #expect(try await read(wrapping, socket) == reply)
            }
            // What is answered nothing at all shows in that the next reply is that of the next request.
            try await send(probe, wrapping, socket)
            #expect(try await (wrapping == .http ? readHTTP(socket) : read(wrapping, socket)) == probeReply)
        }
    }

    @Test(arguments: Wrapping.allCases, broken) func brokenExample(wrapping: Wrapping, request: String) async throws {
        try await Harness.serving { (harness) async throws in
            let socket = try harness.connect()
            try await send(request, wrapping, socket)
            // Without a line feed the server cannot know where the broken text ends, so the first reply has the
            // ending for callers who have shown none.
            let early: Wrapping = wrapping == .headers ? .headers : .none
            #expect(try await (wrapping == .http ? readHTTP(socket) : read(early, socket)) == Self.parseError)
        }
    }

    private func send(_ text: String, _ wrapping: Wrapping, _ socket: RawSocket) async throws {
        switch wrapping {
        case .headers: try await socket.send("Content-Length: \(text.utf8.count)\r\n\r\n\(text)")
        case .http:
            try await socket.send("POST /rpc HTTP/1.1\r\nHost: x\r\nContent-Length: \(text.utf8.count)\r\n\r\n\(text)")
        default: try await socket.send(text + wrapping.ending)
        }
    }

    private func read(_ wrapping: Wrapping, _ socket: RawSocket) async throws -> String {
        if wrapping == .headers { return try await withoutData(socket.receiveBlock()) }
        return withoutData(try await socket.receive(until: wrapping.replyEnding))
    }

    private func readHTTP(_ socket: RawSocket) async throws -> String {
        let reply = try await socket.receiveHTTP()
        #expect(reply.status == (reply.body.isEmpty ? 204 : 200))
        return withoutData(reply.body)
    }
}

/// Errors cut down to their code.
func withoutData(_ reply: String) -> String {
    reply.replacing(
        /("code":-?\d+),"message":"[^"]*","data":\{("reason":"[^"]*"|"retryable":(true|false)|"retry_after_ms":\d+|"details":\[[^\]]*\]|,)*\}/
    ) { match in
        String(match.1)
    }
}
