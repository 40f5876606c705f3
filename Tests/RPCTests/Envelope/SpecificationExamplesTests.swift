import Contract
import Testing

@testable import RPC

/// Every example of <https://www.jsonrpc.org/specification>, section 7.
@Suite struct SpecificationExamplesTests {
    struct Subtract: Decodable {
        var minuend: Int
        var subtrahend: Int
    }

    static let exchange = Exchange(
        router: Router([
            Route(
                name: "subtract",
                handle: .inPlace { params, _, writer in
                    let numbers = try params.decode(Subtract.self, order: ["minuend", "subtrahend"])
                    try writer.write(numbers.minuend - numbers.subtrahend)
                }
            ),
            Route(
                name: "sum",
                handle: .inPlace { params, _, writer in
                    struct Three: Decodable { var a: Int, b: Int, c: Int }
                    let numbers = try params.decode(Three.self, order: ["a", "b", "c"])
                    try writer.write(numbers.a + numbers.b + numbers.c)
                }
            ),
            Route(
                name: "get_data",
                handle: .inPlace { params, _, writer in
                    _ = try params.decode(Nothing.self, order: [])
                    try writer.write(["hello", 5] as JSONValue)
                }
            ),
        ])
    )

    @Test(
        arguments: [
            (
                "positional", #"{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}"#,
                #"{"jsonrpc": "2.0", "result": 19, "id": 1}"#
            ),
            (
                "positional, other way", #"{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}"#,
                #"{"jsonrpc": "2.0", "result": -19, "id": 2}"#
            ),
            (
                "named",
                #"{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}"#,
                #"{"jsonrpc": "2.0", "result": 19, "id": 3}"#
            ),
            (
                "named, other order",
                #"{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}"#,
                #"{"jsonrpc": "2.0", "result": 19, "id": 4}"#
            ),
            ("notification", #"{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}"#, nil),
            ("notification without params", #"{"jsonrpc": "2.0", "method": "foobar"}"#, nil),
            (
                "method that does not exist", #"{"jsonrpc": "2.0", "method": "foobar", "id": "1"}"#,
                #"{"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "1"}"#
            ),
            (
                "invalid JSON", #"{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]"#,
                #"{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}"#
            ),
            (
                "invalid request", #"{"jsonrpc": "2.0", "method": 1, "params": "bar"}"#,
                #"{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}"#
            ),
            (
                "batch, invalid JSON",
                """
                [
                {"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
                {"jsonrpc": "2.0", "method"
                ]
                """,
                #"{"jsonrpc": "2.0", "error": {"code": -32700, "message": "Parse error"}, "id": null}"#
            ),
            (
                "empty batch", "[]",
                #"{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}"#
            ),
            (
                "batch of junk", "[1]",
                #"[{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}]"#
            ),
            (
                "batch of more junk", "[1,2,3]",
                """
                [{"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
                 {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
                 {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null}]
                """
            ),
            (
                "batch",
                """
                [{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},
                 {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},
                 {"jsonrpc": "2.0", "method": "subtract", "params": [42,23], "id": "2"},
                 {"foo": "boo"},
                 {"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},
                 {"jsonrpc": "2.0", "method": "get_data", "id": "9"}]
                """,
                """
                [{"jsonrpc": "2.0", "result": 7, "id": "1"},
                 {"jsonrpc": "2.0", "result": 19, "id": "2"},
                 {"jsonrpc": "2.0", "error": {"code": -32600, "message": "Invalid Request"}, "id": null},
                 {"jsonrpc": "2.0", "error": {"code": -32601, "message": "Method not found"}, "id": "5"},
                 {"jsonrpc": "2.0", "result": ["hello", 5], "id": "9"}]
                """
            ),
            (
                "batch of notifications",
                """
                [{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},
                 {"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]
                """, nil
            ),
        ] as [(String, String, String?)]
    )
    func example(name: String, request: String, response: String?) throws {
        let answer = try Self.exchange.answer(request).map { try JSONValue(parsing: Array($0.utf8)) }
        let expected = try response.map { try JSONValue(parsing: Array($0.utf8)) }
        #expect(answer.map(Self.bare) == expected.map(Self.bare), "\(name)")
    }

    /// Without `error.data`, which the specification leaves to the server, and with members sorted.
    private static func bare(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(bare))
        case .object(let members):
            .object(
                members.filter { $0.key != "data" }.map { .init($0.key, bare($0.value)) }.sorted { $0.key < $1.key }
            )
        default: value
        }
    }
}
