import RPC
import Testing

@Suite struct HTTPHeaderTests {
    private static let trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    private func reveal(_ headers: String, params: String = "{}") async throws -> String {
        let harness = try await Harness()
        let socket = try harness.connect()
        let body = request("calculator.reveal", params, id: "1")
        try await socket.send(
            "POST / HTTP/1.1\r\nHost: x\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
        )
        let answer = try await socket.receiveHTTP().body
        await harness.server.drain()
        return answer
    }

    @Test func headersStandForTheMeta() async throws {
        let headers =
            "Authorization: Bearer t1\r\nRequest-Timeout-Ms: 123456\r\nIdempotency-Key: k1\r\ntraceparent: \(Self.trace)\r\n"
        let expected = #"{"authorization":"t1","traceparent":"\#(Self.trace)","key":"k1","timeout":123456}"#
        #expect(try await reveal(headers) == reply(expected, id: "1"))
    }

    @Test func theMetaWins() async throws {
        let headers = "Authorization: Bearer t1\r\nIdempotency-Key: k1\r\n"
        let params = #"{"_meta":{"authorization":"t2"}}"#
        #expect(try await reveal(headers, params: params) == reply(#"{"authorization":"t2","key":"k1"}"#, id: "1"))
    }

    @Test func aTraceThatIsNotValidIsIgnored() async throws {
        #expect(try await reveal("traceparent: 00-zz\r\n") == reply("{}", id: "1"))
    }

    @Test(arguments: [
        "Request-Timeout-Ms: 0", "Request-Timeout-Ms: 300001", "Request-Timeout-Ms: x", "Idempotency-Key: a b",
    ])
    func aHeaderThatChangesTheCallAndIsNotValidIsRefused(header: String) async throws {
        #expect(try await withoutData(reveal(header + "\r\n")) == failure(-32600))
    }
}
