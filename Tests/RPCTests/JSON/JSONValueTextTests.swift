import Contract
import Testing

@testable import RPC

@Suite struct JSONValueTextTests {
    private let value: JSONValue = ["a": [1, -2.5, true, nil, "x\n"], "b": [:], "c": [], "d": ["e": 1.0]]

    @Test func compact() throws {
        #expect(value.text() == #"{"a":[1,-2.5,true,null,"x\n"],"b":{},"c":[],"d":{"e":1.0}}"#)
        #expect(try JSONValue(parsing: Array(value.text().utf8)) == value)
    }

    @Test func pretty() throws {
        let text = """
            {
              "a": [
                1,
                -2.5,
                true,
                null,
                "x\\n"
              ],
              "b": {},
              "c": [],
              "d": {
                "e": 1.0
              }
            }
            """
        #expect(value.prettyText() == text)
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test func encoding() throws {
        #expect(try JSONValue(encoding: Pair(a: 1, b: nil)) == ["a": 1])
        #expect(try JSONValue(encoding: value) == value)
    }

    @Test func throughAnyDecoderOfItsOwn() throws {
        struct Holder: Codable, Equatable { var any: JSONValue }
        var writer = JSONWriter()
        try writer.write(Holder(any: value))
        #expect(try JSONReader.decode(Holder.self, from: writer.bytes, strict: true) == Holder(any: value))
    }

    @Test func duplicateNamesAreRefused() {
        #expect(throws: JSONFailure(path: "/x/0/a", sentence: "This member occurs twice.")) {
            try JSONValue(parsing: Array(#"{"x":[{"a":1,"a":1}]}"#.utf8))
        }
    }

    @Test func integersBeyond64BitsBecomeNumbers() throws {
        #expect(try JSONValue(parsing: Array("9223372036854775807".utf8)) == .integer(.max))
        #expect(try JSONValue(parsing: Array("9223372036854775808".utf8)) == .number(9_223_372_036_854_775_808))
    }
}
