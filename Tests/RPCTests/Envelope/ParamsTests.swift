import Contract
import Support
import Testing

@testable import RPC

@Suite struct ParamsTests {
    struct Three: Decodable, Equatable {
        var a: Int
        var b: String
        var c: [Int]?
    }

    private func params<Result>(_ text: String?, _ body: (Params) throws -> Result) throws -> Result {
        let member = text.map { ",\"params\":\($0)" } ?? ""
        return try parsed(#"{"jsonrpc":"2.0","id":1,"method":"m"\#(member)}"#) { parsed in
            guard case .single(.call(let request)) = parsed else { throw Fault.invalidRequest() }
            return try body(request.params)
        }
    }

    private func decode<T: Decodable>(_ type: T.Type, _ text: String?) throws -> T {
        try params(text) { try $0.decode(type, order: ["a", "b", "c"]) }
    }

    @Test func byNameAndByPosition() throws {
        let three = Three(a: 1, b: "x", c: [2])
        #expect(try decode(Three.self, #"{"c":[2],"b":"x","a":1}"#) == three)
        #expect(try decode(Three.self, #"[1,"x",[2]]"#) == three)
        #expect(try decode(Three.self, #"[1,"x"]"#) == Three(a: 1, b: "x", c: nil))
        #expect(try decode(Three.self, #"[1,"x",null]"#) == Three(a: 1, b: "x", c: nil))
        #expect(try decode(Three.self, #"{"a":1,"b":"x","_meta":{"anything":[]}}"#) == Three(a: 1, b: "x", c: nil))
    }

    /// What stands beside the params is no param, for types whose names are free too.
    @Test func freeNamesDoNotIncludeMeta() throws {
        let text = #"{"x":1,"_meta":{"timeout_ms":5},"y":{"_meta":2}}"#
        let expected: [String: JSONValue] = ["x": 1, "y": ["_meta": 2]]
        #expect(try decode([String: JSONValue].self, text) == expected)
        #expect(try decode(JSONValue.self, text) == ["x": 1, "y": ["_meta": 2]])
        #expect(try decode([String: Int].self, #"{"_meta":{}}"#) == [:])
        #expect(throws: Fault.self) { try decode([String: JSONValue].self, #"{"_meta":{},"_meta":{}}"#) }
        #expect(throws: Fault.self) { try decode(JSONValue.self, #"{"_meta":{},"_meta":{}}"#) }
    }

    @Test func absent() throws {
        #expect(try decode(Nothing.self, nil) == Nothing())
        #expect(try decode(Nothing.self, "null") == Nothing())
        #expect(try decode(Nothing.self, "[]") == Nothing())
        #expect(try decode(Nothing.self, "{}") == Nothing())
        #expect(try decode(Nothing.self, #"{"_meta":{}}"#) == Nothing())
    }

    @Test(arguments: [
        (#"{"a":"1","b":"x"}"#, "/a"), (#"{"a":1}"#, "/b"), (#"{"a":1,"b":"x","d":1}"#, "/d"),
        (#"{"a":1,"b":"x","a":1}"#, "/a"),
        (#"{"a":1,"b":"x","c":[1,"y"]}"#, "/c/1"), (#"[1,2]"#, "/1"), (#"[1]"#, "/1"), (#"[1,"x",[2],4]"#, "/3"),
        (#"[1,"x",[1,false]]"#, "/2/1"),
        (nil, "/a"), (#"{"a":1,"b":"x","_meta":{},"_meta":{}}"#, "/_meta"),
    ])
    func refusalsNameThePlace(text: String?, path: String) {
        let fault = #expect(throws: Fault.self) { try decode(Three.self, text) }
        #expect(fault?.code == -32602 && fault?.reason == "INVALID_PARAMS")
        #expect(fault?.details.map(\.path) == [path])
    }

    @Test func mayBeDecodedTwice() throws {
        try params(#"{"a":1,"b":"x","_meta":{}}"#) { params throws in
            #expect(throws: Fault.self) { try params.decode(Nothing.self, order: []) }
            #expect(throws: Fault.self) { try params.decode(Pair.self, order: []) }
            #expect(try params.decode(Three.self, order: []) == Three(a: 1, b: "x", c: nil))
            #expect(throws: Fault.self) { try params.decode(Nothing.self, order: []) }
        }
    }

    @Test func itemsOfABatchDoNotDisturbEachOther() throws {
        let text =
            #"[{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1}},"#
            + #"{"jsonrpc":"2.0","id":2,"method":"m","params":[2,3]},"#
            + #"{"jsonrpc":"2.0","id":3,"method":"m","params":{"a":4,"x":1}}]"#
        let sums: [Int?] = parsed(text) { parsed in
            guard case .batch(let items) = parsed else { return [] }
            return items.map { item in
                guard case .call(let request) = item,
                    let pair = try? request.params.decode(Pair.self, order: ["a", "b"])
                else { return nil }
                return pair.a + (pair.b ?? 0)
            }
        }
        #expect(sums == [1, 5, nil])
    }

    private func fingerprint(_ text: String?) throws -> String {
        try params(text) { String(decoding: $0.fingerprintBytes(), as: UTF8.self) }
    }

    @Test func fingerprintIsCanonical() throws {
        let canonical = #"{"a":[1,{"x":null,"y":"é\n/"}],"b":true}"#
        #expect(try fingerprint(canonical) == canonical)
        #expect(
            try fingerprint(
                #" { "b" : true, "a" : [ 1 , {"y":"\u00e9\u000a\/", "x" : null} ] , "_meta":{"idempotency_key":"k"}} "#
            ) == canonical
        )
        #expect(try fingerprint(#"{"\u0062":true,"a":[1,{"x":null,"y":"é\n/"}]}"#) == canonical)
    }

    @Test(arguments: [
        #"{"a":1}"#, #"{"a":2}"#, #"{"b":1}"#, #"{"a":"1"}"#, #"{"a":[1]}"#, #"{"a":{"_meta":1}}"#, #"{"a":{}}"#,
        #"[1]"#, #"{"a":null}"#, nil,
    ])
    func fingerprintTellsParamsApart(text: String?) throws {
        let all = [
            #"{"a":1}"#, #"{"a":2}"#, #"{"b":1}"#, #"{"a":"1"}"#, #"{"a":[1]}"#, #"{"a":{"_meta":1}}"#, #"{"a":{}}"#,
            #"[1]"#, #"{"a":null}"#, nil,
        ]
        let own = try fingerprint(text)
        #expect(try all.filter { try fingerprint($0) == own } == [text])
    }

    @Test func fingerprintDoesNotDependOnTheOrderOfNames() throws {
        var generator = SeededGenerator.printed("fingerprintDoesNotDependOnTheOrderOfNames")
        for _ in 0..<500 {
            let value = JSONValue.object([
                .init("k", .random(depth: 4, using: &generator)), .init("l", .random(depth: 4, using: &generator)),
            ])
            let shuffled = value.shuffled(using: &generator)
            #expect(try fingerprint(value.text()) == fingerprint(shuffled.prettyText()))
        }
    }
}

extension JSONValue {
    fileprivate func shuffled(using generator: inout SeededGenerator) -> JSONValue {
        switch self {
        case .object(let members):
            var mixed: [Member] = []
            for member in members.shuffled(using: &generator) {
                mixed.append(.init(member.key, member.value.shuffled(using: &generator)))
            }
            return .object(mixed)
        case .array(let elements):
            var mixed: [JSONValue] = []
            for element in elements { mixed.append(element.shuffled(using: &generator)) }
            return .array(mixed)
        default: return self
        }
    }
}
