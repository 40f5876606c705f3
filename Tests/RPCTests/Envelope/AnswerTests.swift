import Contract
import Testing

@testable import RPC

@Suite struct AnswerTests {
    private func read(_ text: String) throws -> [String] {
        try Array(text.utf8).withUnsafeBytes { bytes in
            try Envelope.answers(in: bytes).map { answer in
                let id = answer.id.map { String(decoding: $0, as: UTF8.self) } ?? "null"
                switch answer.outcome {
                case .result(let slice): return "\(id) \(String(decoding: slice.bytes, as: UTF8.self))"
                case .fault(let fault): return "\(id) fault \(fault.code)"
                }
            }
        }
    }

    @Test(arguments: [
        (#"{"jsonrpc":"2.0","id":1,"result":{"a": 1}}"#, [#"1 {"a": 1}"#]),
        (#"{"jsonrpc":"2.0","id":"x","result":null}"#, [#""x" null"#]),
        (#"{"id":1,"result":"s","error":null}"#, [#"1 "s""#]),
        (#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}"#, ["null fault -32700"]),
        (#"{"jsonrpc":"2.0","id":1,"error":"rubbish"}"#, ["1 fault -32603"]),
        (#"[{"id":2,"result":[]},{"id":1,"result":0},{"method":"progress"},7]"#, ["2 []", "1 0"]),
        (#"{"jsonrpc":"2.0","method":"progress","params":{}}"#, []),
        ("7", []),
    ])
    func each(text: String, answers: [String]) throws { #expect(try read(text) == answers) }

    @Test func notJSON() { #expect(throws: JSONFailure.self) { try read("{") } }

    @Test func resultsAreDecodedLeniently() throws {
        try Array(#"{"id":1,"result":{"a":1,"new":{"x":[]}}}"#.utf8).withUnsafeBytes { bytes in
            guard case .result(let slice) = try #require(try Envelope.answers(in: bytes).first).outcome else {
                throw Fault.invalidRequest("no result")
            }
            #expect(try slice.decode(Pair.self) == Pair(a: 1, b: nil))
            #expect(throws: JSONFailure(path: "/new", sentence: "There is no member of this name.")) {
                try slice.decode(Pair.self, strict: true)
            }
            #expect(throws: JSONFailure(sentence: "Must be a string, not an object.")) { try slice.decode(String.self) }
        }
    }
}
