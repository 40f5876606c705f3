import Contract
import Testing

@testable import RPC

func read<T: Decodable>(_ type: T.Type, _ text: String, strict: Bool = true) throws(JSONFailure) -> T {
    try JSONReader.decode(type, from: Array(text.utf8), strict: strict)
}

@Suite struct JSONReaderTests {
    @Test func roundTripOfEverything() throws {
        var writer = JSONWriter()
        try writer.write(Sample.filled)
        #expect(try JSONReader.decode(Sample.self, from: writer.bytes, strict: true) == Sample.filled)
    }

    @Test func membersInAnyOrderAndWithSpace() throws {
        #expect(try read(Pair.self, " {\n\"b\" : 2 ,\t\"a\" :1}\r\n") == Pair(a: 1, b: 2))
        #expect(try read(Pair.self, #"{"a":1}"#) == Pair(a: 1, b: nil))
        #expect(try read(Pair.self, #"{"a":1,"b":null}"#) == Pair(a: 1, b: nil))
    }

    @Test func namesMayBeEscaped() throws {
        #expect(try read(Pair.self, #"{"\u0061":1,"\u0062":2}"#) == Pair(a: 1, b: 2))
    }

    @Test func superfluousMembers() throws {
        let text = #"{"x":[{"deep":1}],"a":1,"y/z":2}"#
        #expect(try read(Pair.self, text, strict: false) == Pair(a: 1, b: nil))
        #expect(throws: JSONFailure(path: "/x", sentence: "There is no member of this name.")) {
            try read(Pair.self, text)
        }
        #expect(throws: JSONFailure(path: "/y~1z", sentence: "There is no member of this name.")) {
            try read(Pair.self, #"{"a":1,"y/z":2}"#)
        }
    }

    @Test func superfluousMembersOfATypeWithoutMembers() throws {
        #expect(try read(Nothing.self, "{}") == Nothing())
        #expect(throws: JSONFailure(path: "/a", sentence: "There is no member of this name.")) {
            try read(Nothing.self, #"{"a":1}"#)
        }
        #expect(throws: JSONFailure(sentence: "Must be an object, not a number.")) { try read(Nothing.self, "5") }
    }

    @Test(arguments: [#"{"a":1,"a":1}"#, #"{"a":1,"b":2,"a":3}"#, #"{"a":1,"\u0061":1}"#, #"{"\u0061":1,"a":1}"#])
    func duplicateMembers(text: String) throws {
        #expect(throws: JSONFailure(path: "/a", sentence: "This member occurs twice.")) { try read(Pair.self, text) }
        #expect(try read(Pair.self, text, strict: false).a >= 1)
    }

    @Test func duplicateAmongManyMembers() throws {
        let members = (0..<500).map { "\"m\($0)\":\($0)" }.joined(separator: ",")
        #expect(try read([String: Int].self, "{\(members)}").count == 500)
        #expect(throws: JSONFailure(path: "/m77", sentence: "This member occurs twice.")) {
            try read([String: Int].self, "{\(members),\"m77\":1}")
        }
    }

    @Test(arguments: [
        (#"{"list":[{"title":1}]}"#, "/list/0/title", "Must be a string, not a number."),
        (
            #"{"list":[{"title":"x"},{"title":"y","points":"z"}]}"#, "/list/1/points",
            "Must be a whole number, not a string."
        ),
        (#"{"list":[{}]}"#, "/list/0/title", "A value is required here."),
        (#"{"list":{}}"#, "/list", "Must be an array, not an object."),
        (#"{"list":[null]}"#, "/list/0", "Must be an object, not null."),
        (#"{}"#, "/list", "A value is required here."),
        (#"{"list":[],"code":"ABC"}"#, "/code", "A code has two letters."),
        (#"{"list":[],"code":7}"#, "/code", "Must be a string, not a number."),
        (#"{"list":[],"phase":"ajar"}"#, "/phase", "Must be one of open, closed."),
        (#"{"list":[],"tags":["a",1]}"#, "/tags/1", "Must be a string, not a number."),
        (#"{"list":[],"map":{"k/1":{"title":true}}}"#, "/map/k~11/title", "Must be a string, not a boolean."),
        (#"[]"#, "", "Must be an object, not an array."),
    ])
    func failuresNameTheirPlace(text: String, path: String, sentence: String) {
        struct Outer: Decodable {
            var list: [Sample.Inner]
            var code: Code?
            var phase: Sample.Phase?
            var tags: [String]?
            var map: [String: Sample.Inner]?
        }
        #expect(throws: JSONFailure(path: path, sentence: sentence)) { try read(Outer.self, text) }
    }

    @Test func errorsOfATypesOwnReading() {
        struct Picky: Decodable {
            enum Keys: String, CodingKey { case inner }
            init(from decoder: any Decoder) throws {
                let keys = try decoder.container(keyedBy: Keys.self)
                throw DecodingError.dataCorruptedError(forKey: .inner, in: keys, debugDescription: "No.")
            }
        }
        #expect(throws: JSONFailure(path: "/p/inner", sentence: "No.")) { try read([String: Picky].self, #"{"p":{}}"#) }
    }

    @Test func partsOfOneObject() throws {
        struct Whole: Decodable {
            var pair: Pair
            var nick: String
            enum Keys: String, CodingKey { case nick }
            init(from decoder: any Decoder) throws {
                pair = try Pair(from: decoder)
                nick = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .nick)
            }
        }
        #expect(try read(Whole.self, #"{"nick":"n","a":1}"#).nick == "n")
        #expect(throws: JSONFailure(path: "/c", sentence: "There is no member of this name.")) {
            try read(Whole.self, #"{"nick":"n","a":1,"c":1}"#)
        }
    }

    @Test func nestedContainers() throws {
        struct Flat: Decodable {
            enum Keys: String, CodingKey { case outer, list, x }
            var x: Int
            var sum = 0
            init(from decoder: any Decoder) throws {
                let keys = try decoder.container(keyedBy: Keys.self)
                x = try keys.nestedContainer(keyedBy: Keys.self, forKey: .outer).decode(Int.self, forKey: .x)
                var list = try keys.nestedUnkeyedContainer(forKey: .list)
                while !list.isAtEnd {
                    if try list.decodeNil() { continue }
                    sum += try list.decode(Int.self)
                }
            }
        }
        let flat = try read(Flat.self, #"{"list":[1,null,2],"outer":{"x":7}}"#)
        #expect(flat.x == 7 && flat.sum == 3)
    }

    @Test func optionalElements() throws {
        #expect(try read([Int?].self, "[1,null,3]") == [1, nil, 3])
        #expect(try read([String: Int?].self, #"{"a":null}"#).keys.sorted() == ["a"])
    }

    @Test func allPlainTypes() throws {
        #expect(try read([UInt8].self, "[0,255]") == [0, 255])
        #expect(try read([Int8].self, "[-128,127]") == [-128, 127])
        #expect(try read([UInt16].self, "[65535]") == [65535])
        #expect(try read([Int16].self, "[-32768]") == [-32768])
        #expect(try read([UInt32].self, "[4294967295]") == [.max])
        #expect(try read([Int32].self, "[-2147483648]") == [.min])
        #expect(try read([UInt64].self, "[18446744073709551615]") == [.max])
        #expect(try read([UInt].self, "[18446744073709551615]") == [.max])
        #expect(try read([Float].self, "[1.5]") == [1.5])
        #expect(throws: JSONFailure.self) { try read([UInt8].self, "[256]") }
        #expect(throws: JSONFailure.self) { try read([UInt8].self, "[-1]") }
    }

    @Test func emptyTextIsRefused() {
        #expect(throws: JSONFailure.self) { try JSONReader.decode(Int.self, from: [], strict: true) }
        #expect(throws: JSONFailure.self) { try read(Int.self, "  ") }
    }
}
