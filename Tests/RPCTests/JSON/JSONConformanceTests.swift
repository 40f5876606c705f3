import Contract
import Testing

@testable import RPC

/// The grammar of RFC 8259, after the cases of the JSON Parsing Test Suite (github.com/nst/JSONTestSuite).
@Suite struct JSONConformanceTests {
    private func accepts(_ bytes: [UInt8]) -> Bool {
        (try? JSONReader.decode(JSONValue.self, from: bytes, strict: false)) != nil
    }

    @Test(arguments: [
        "[]", "[ ]", "{}", "{ }", "null", "true", "false", "0", "-0", "-1", "1.5", "1E5", "1e+5", "1e-5", "0e1",
        "0.0e+00", "\"\"", "\"a\"", " [1] ",
        "[1\n]", "\t1\r", "[[],{},[{}]]", #"{"":0}"#, #"{"a":{"b":[]}}"#, #"["\"\\\/\b\f\n\r\t"]"#,
        #"["\u0000\u001f\u00e9\u20AC"]"#,
        #"["\uD83D\uDE00"]"#, #"["\ud83d\ude00x"]"#, #"["\uDBFF\uDFFF"]"#, "[\"\u{7F}\"]", "[\"\u{2028}\"]",
        "[\"é€😀\u{10FFFF}\"]", #"["\uFFFE\uFFFF"]"#,
        "[-123456789012345678901234567890]", "[1,2,3]", #"{"a":"b","c":"d"}"#, #"["\\u0000"]"#, "[\"asd \"]", "[0.1e1]",
        "[123.456e78]",
    ])
    func valid(text: String) { #expect(accepts(Array(text.utf8)), "\(text)") }

    @Test(arguments: [
        "", " ", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1 2]", "[1,,2]", "{,}", #"{"a"}"#,
        #"{"a":}"#, #"{"a":1,}"#, #"{"a" 1}"#, #"{a:1}"#,
        #"{'a':1}"#, #"{"a":1 "b":2}"#, #"{1:1}"#, "[1}", "{]", "[}", #"{"a":[}"#, "nul", "nulll", "True", "tru",
        "fals", "NaN", "Infinity", "-Infinity", "-", "+1", ".5", "1.",
        "-.5", "1e", "1e+", "1E-", "01", "-01", "00", "0x1", "1_000", "1.e1", "1.5.5", "--1", "1-1", "2e1.5", "1a",
        "[1]]", "1 1", "[] []", "{}x", "\"", "\"a", #""\"#, #""\""#, #""\x41""#,
        #""\u""#, #""\u12""#, #""\u12G4""#, #""\a""#, #""\'""#, "\"\n\"", "\"\t\"", "\"\u{0}\"", "\"\u{1F}\"", "'a'",
        "// c\n1", "/* */1", "[1,/**/2]", #"{"a":1}#"#, "\u{FEFF}1", "\u{A0}1",
        "[\u{B}1]", "[\u{C}]", #"["\uD800"]"#, #"["\uDC00"]"#, #"["\uD800\u0041"]"#, #"["\uD800x"]"#,
        #"["\uD800\uD800"]"#, #"["\uDE00\uD83D"]"#, #"["\uD83D\"]"#, #"["\uD83D\u"]"#,
        "[1:2]", #"{"a",1}"#, #"{"a"::1}"#, ":", ",", "[\"a\",\n4\n,1,", "{\"a\":true", "[\"\\", "[\u{0}]", "<null>",
        "[undefined]", "[1e1e1]",
    ])
    func invalid(text: String) { #expect(!accepts(Array(text.utf8)), "\(text)") }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xE2, 0x82],
            [0xE2, 0x41, 0x82], [0xE2, 0x82, 0x41], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x41], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE],
            [0xFF],
        ] as [[UInt8]]
    )
    func notUTF8(sequence: [UInt8]) {
        let quote = UInt8(ascii: "\"")
        #expect(!accepts([quote] + sequence + [quote]))
        #expect(!accepts([quote] + Array("twelve bytes".utf8) + sequence + Array("and more behind".utf8) + [quote]))
        #expect(!accepts([quote] + sequence))
        #expect(!accepts(sequence))
    }

    @Test func everyScalarOfUnicodeIsRead() throws {
        for start in stride(from: 0x20, through: 0x10FFFF, by: 0x400) {
            var text = ""
            for value in start..<min(start + 0x400, 0x110000) {
                if let scalar = Unicode.Scalar(UInt32(value)) { text.unicodeScalars.append(scalar) }
            }
            var writer = JSONWriter()
            writer.write(string: text)
            #expect(try JSONReader.decode(String.self, from: writer.bytes, strict: true).utf8.elementsEqual(text.utf8))
        }
    }

    @Test func depth() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(accepts(Array(nested(63).utf8)))
        #expect(accepts(Array(nested(64).utf8)))
        #expect(!accepts(Array(nested(65).utf8)))
        #expect(!accepts(Array(nested(1_000_000).utf8)))
        #expect(!accepts(Array(String(repeating: #"{"a":"#, count: 100_000).utf8)))
    }

    @Test func textsCutOffAnywhereAreRefused() {
        let text = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\\é"],"b":{"c":false}}"#.utf8)
        #expect(accepts(text))
        for length in text.indices { #expect(!accepts(Array(text[..<length])), "\(length)") }
    }

    @Test func whatNobodyAsksForIsCheckedToo() {
        for bad in [#"{"a":1,"x":tru}"#, #"{"a":1,"x":"\uD800"}"#, #"{"a":1,"x":01}"#, #"{"a":1}}"#] {
            #expect(throws: JSONFailure.self) { try read(Pair.self, bad, strict: false) }
        }
    }
}
