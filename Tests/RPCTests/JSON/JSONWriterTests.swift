import Contract
import Testing

@testable import RPC

func written(_ value: some Encodable) throws -> String {
    var writer = JSONWriter()
    try writer.write(value)
    return String(decoding: writer.bytes, as: UTF8.self)
}

@Suite struct JSONWriterTests {
    @Test func scalars() throws {
        #expect(try written("a\"\\/\u{8}\u{c}\n\r\t\u{1}\u{1f}é") == #""a\"\\/\b\f\n\r\t\u0001\u001fé""#)
        #expect(try written(Int64.min) == "-9223372036854775808")
        #expect(try written(UInt64.max) == "18446744073709551615")
        #expect(try written(0) == "0")
        #expect(try written(true) == "true")
        #expect(try written(1.0) == "1.0")
        #expect(try written(-0.0) == "-0.0")
        #expect(try written(1e300) == "1e+300")
        #expect(try written(Float(1.5)) == "1.5")
        #expect(try written([Int8.min, 0, 1]) == "[-128,0,1]")
        #expect(try written([UInt8(1)]) == "[1]" && written([UInt16(1)]) == "[1]" && written([UInt32(1)]) == "[1]")
        #expect(try written([Int16(1)]) == "[1]" && written([Int32(1)]) == "[1]" && written([UInt(1)]) == "[1]")
    }

    @Test func containers() throws {
        #expect(try written([[Int]]()) == "[]")
        #expect(try written([[], [1], [2, 3]]) == "[[],[1],[2,3]]")
        #expect(try written(Nothing()) == "{}")
        #expect(try written([Nothing(), Nothing()]) == "[{},{}]")
        #expect(try written(Pair(a: 1, b: nil)) == #"{"a":1}"#)
        #expect(try written(["k": Pair(a: 1, b: 2)]) == #"{"k":{"a":1,"b":2}}"#)
        #expect(try written([1, nil, 3]) == "[1,null,3]")
        #expect(try written(Sample.Phase.open) == #""open""#)
        #expect(try written(Code(raw: "AB")) == #""AB""#)
        #expect(try written(String?.none) == "null")
        #expect(try written(["a", "b\n"]) == #"["a","b\n"]"#)
    }

    @Test func bracketsInStringsDoNotHideCommas() throws {
        #expect(try written(["{", "[", "{"]) == #"["{","[","{"]"#)
        #expect(try written([["["], ["{"]]) == #"[["["],["{"]]"#)
    }

    @Test func partsShareOneObject() throws {
        struct Whole: Encodable {
            enum Keys: String, CodingKey { case nick, list, inner, x, none }
            func encode(to encoder: any Encoder) throws {
                try Pair(a: 1, b: 2).encode(to: encoder)
                var keys = encoder.container(keyedBy: Keys.self)
                try keys.encode("n", forKey: .nick)
                var list = keys.nestedUnkeyedContainer(forKey: .list)
                try list.encode(1)
                try list.encodeNil()
                var inList = list.nestedContainer(keyedBy: Keys.self)
                try inList.encode(true, forKey: .x)
                _ = list.nestedUnkeyedContainer()
                var inner = keys.nestedContainer(keyedBy: Keys.self, forKey: .inner)
                try inner.encode(3, forKey: .x)
                try keys.encodeNil(forKey: .none)
                try keys.encode(4, forKey: .x)
            }
        }
        #expect(
            try written(Whole())
                == #"{"a":1,"b":2,"nick":"n","list":[1,null,{"x":true},[]],"inner":{"x":3},"none":null,"x":4}"#
        )
    }

    @Test func writingToAContainerThatIsClosed() {
        struct Wrong: Encodable {
            func encode(to encoder: any Encoder) throws {
                var list = encoder.unkeyedContainer()
                var inner = list.nestedUnkeyedContainer()
                try list.encode(1)
                try inner.encode(2)
            }
        }
        #expect(throws: JSONFailure(sentence: "A container was written to after it had been closed.")) {
            try written(Wrong())
        }
    }

    @Test func inheritance() throws {
        class Base: Codable {
            var a = 1
        }
        final class Derived: Base {
            var b = 2
            private enum Keys: String, CodingKey { case b }
            override init() { super.init() }
            required init(from decoder: any Decoder) throws {
                let keys = try decoder.container(keyedBy: Keys.self)
                b = try keys.decode(Int.self, forKey: .b)
                try super.init(from: keys.superDecoder())
            }
            override func encode(to encoder: any Encoder) throws {
                var keys = encoder.container(keyedBy: Keys.self)
                try keys.encode(b, forKey: .b)
                try super.encode(to: keys.superEncoder())
            }
        }
        let text = try written(Derived())
        #expect(text == #"{"b":2,"super":{"a":1}}"#)
        #expect(try read(Derived.self, text).a == 1)
    }

    @Test func limit() throws {
        var writer = JSONWriter(capacity: 8, limit: 20)
        try writer.write("123456789012345678")
        #expect(writer.bytes.count == 20)
        writer.bytes.removeAll()
        #expect(throws: Fault.responseTooLarge) { try writer.write(["123456789012345678"]) }
        #expect(writer.bytes.isEmpty)
        #expect(throws: Fault.responseTooLarge) { try writer.write(["k": ["123456789012345678"]]) }
        #expect(throws: Fault.responseTooLarge) { try writer.write("1234567890123456789") }
        #expect(throws: Fault.responseTooLarge) {
            try writer.write(JSONValue.array([1_000_000_000_000, 1_000_000_000_000]))
        }
    }

    @Test func anEndlessAnswerIsStoppedEarly() {
        struct Endless: Encodable {
            func encode(to encoder: any Encoder) throws {
                var list = encoder.unkeyedContainer()
                while true { try list.encode("more") }
            }
        }
        var writer = JSONWriter(limit: 100_000)
        #expect(throws: Fault.responseTooLarge) { try writer.write(Endless()) }
    }

    @Test func depth() throws {
        func nested(_ depth: Int) -> JSONValue { (1..<depth).reduce([]) { inner, _ in [inner] } }
        _ = try written(nested(64))
        #expect(throws: JSONFailure.self) { try written(nested(65)) }
        indirect enum Chain: Encodable {
            case end
            case link(Chain)
            func encode(to encoder: any Encoder) throws {
                var list = encoder.unkeyedContainer()
                if case .link(let next) = self { try list.encode(next) }
            }
        }
        func chain(_ depth: Int) -> Chain { (1..<depth).reduce(.end) { inner, _ in .link(inner) } }
        #expect(try written(chain(64)).utf8.count == 128)
        #expect(throws: JSONFailure.self) { try written(chain(65)) }
    }

    @Test func failuresNameTheirPlace() {
        #expect(throws: JSONFailure(path: "/k/1", sentence: "JSON cannot hold nan.")) {
            try written(["k": [1, Double.nan]])
        }
    }

    @Test func whatWasThereStays() throws {
        var writer = JSONWriter()
        writer.write(raw: "[")
        try writer.write(1)
        #expect(throws: JSONFailure.self) { try writer.write([Double.nan]) }
        writer.write(raw: Array(",".utf8))
        writer.write(integer: -7)
        writer.write(raw: ",")
        writer.write(string: "x")
        Array("]".utf8).withUnsafeBytes { writer.write(raw: $0) }
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[1,-7,"x"]"#)
    }
}
