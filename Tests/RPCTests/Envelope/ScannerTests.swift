import Contract
import Support
import Testing

@testable import RPC

@Suite struct ScannerTests {
    /// What a connection makes of a stream that arrives in the given pieces.
    struct Feed {
        var scanner: Scanner
        var log: [String] = []
        private var unread: [UInt8] = []
        /// Bytes that the scanner was shown and that it had not seen before, and calls that showed it nothing new.
        var looked = 0
        var isClosed = false

        init(limits: Limits = .init()) { scanner = Scanner(limits: limits) }

        mutating func receive(_ bytes: some Sequence<UInt8>) {
            unread += bytes
            while !isClosed {
                let before = scanner.seen
                let event = unread.withUnsafeBytes { scanner.scan($0) }
                looked += unread.count - before
                switch event {
                case .incomplete(let drop):
                    unread.removeFirst(drop)
                    return
                case .message(let range):
                    log.append(String(decoding: unread[range], as: UTF8.self))
                    looked -= unread.count - range.upperBound
                    unread.removeFirst(range.upperBound)
                case .malformed(let fault, let drop):
                    log.append("malformed \(fault.code)")
                    looked -= unread.count - drop
                    unread.removeFirst(drop)
                case .broken(let fault):
                    log.append("broken \(fault.code)")
                    isClosed = true
                }
            }
        }

        mutating func finish() {
            switch scanner.finish() {
            case .message(let range): log.append(String(decoding: unread[range], as: UTF8.self))
            case .broken(let fault): log.append("broken \(fault.code)")
            default: break
            }
        }
    }

    private func log(_ text: String, limits: Limits = .init()) -> [String] {
        var feed = Feed(limits: limits)
        feed.receive(text.utf8)
        feed.finish()
        return feed.log
    }

    @Test(arguments: [
        ("{}", ["{}"]), ("{}[]", ["{}", "[]"]), (" {} \r\n\t\u{0}[1]\n\n", ["{}", "[1]"]), ("\u{FEFF}{}", ["{}"]),
        ("1 2", ["1", "2"]),
        ("true\nnull\n\"x\"\"y\"", ["true", "null", "\"x\"", "\"y\""]), ("foo {}", ["foo", "{}"]),
        ("-1.5e3{}", ["-1.5e3", "{}"]),
        (#"{"a":"}]\"\\"}{"b":[{}]}"#, [#"{"a":"}]\"\\"}"#, #"{"b":[{}]}"#]),
        ("{\n \"a\" : [\n1,\n2 ]\n}\n{}", ["{\n \"a\" : [\n1,\n2 ]\n}", "{}"]),
        ("{}}", ["{}", "broken -32700"]), ("]", ["broken -32700"]), ("{]", ["broken -32700"]),
        ("[}", ["broken -32700"]), ("hello", ["broken -32700"]),
        ("{} , {}", ["{}", "broken -32700"]), ("1,2", ["1", "broken -32700"]),
        ("{}\u{FEFF}{}", ["{}", "broken -32700"]), ("\u{1}", ["broken -32700"]),
        ("{\"a\":\"x\ny\"}\n{}\n", ["malformed -32700", "broken -32700"]),
        ("{\"a\":\"x\u{1}y\"}\n{}\n", ["malformed -32700", "{}"]),
        ("{\"a\":\"x\\\u{1}y\"}\n{}\n", ["malformed -32700", "{}"]), ("{\"a\n{}", ["malformed -32700", "{}"]),
        (#"{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]"# + "\n{}", ["malformed -32700", "{}"]),
        ("{x}\n[]", ["malformed -32700", "[]"]),
        ("{\"a\":é}\n[]", ["malformed -32700", "[]"]), ("[\u{0}]\n[]", ["malformed -32700", "[]"]),
        ("{\"a\":@ and no more", ["malformed -32700"]),
        ("[1 2,,:]", ["[1 2,,:]"]), ("{\"a\"", ["broken -32700"]), ("\"abc", ["broken -32700"]),
        ("{", ["broken -32700"]), ("", []), ("\n\n", []),
        ("[tru, nul]", ["[tru, nul]"]),
    ])
    func streams(text: String, expected: [String]) { #expect(log(text) == expected) }

    static let stream =
        "\u{FEFF}\r\n{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"a\\\"\\\\\\u00e9é😀\"}"
        + "{\"a\":[1,{\"b\":[]}]}\n\n[true, null]\u{0}"
        + "12 \"x\" {\"a\":\"bad\u{2}\"} rest\n{\"long\":\"" + String(repeating: "abcdefghij", count: 5) + "\"}\n]"

    @Test func splitAtEveryOffset() {
        let bytes = Array(Self.stream.utf8)
        var whole = Feed()
        whole.receive(bytes)
        #expect(whole.log.count == 8)
        for offset in bytes.indices {
            var feed = Feed()
            feed.receive(bytes[..<offset])
            feed.receive(bytes[offset...])
            #expect(feed.log == whole.log, "split at \(offset)")
            #expect(feed.scanner.terminator == whole.scanner.terminator, "split at \(offset)")
        }
    }

    @Test func byteByByte() {
        var whole = Feed()
        whole.receive(Self.stream.utf8)
        var feed = Feed()
        for byte in Self.stream.utf8 { feed.receive([byte]) }
        #expect(feed.log == whole.log)
    }

    @Test func noByteIsLookedAtTwice() {
        for size in [1, 7, 64, 4096] {
            let message = Array((#"{"a":""# + String(repeating: "x", count: 10_000) + #"","b":[1,2,3]}"# + "\n").utf8)
            var feed = Feed()
            var at = 0
            while at < message.count {
                feed.receive(message[at..<min(at + size, message.count)])
                at += size
            }
            #expect(feed.log.count == 1)
            #expect(feed.looked == message.count, "pieces of \(size)")
        }
    }

    @Test func timeIsLinear() {
        func duration(_ length: Int) -> Duration {
            let message = Array(("[" + String(repeating: #"{"a":1},"#, count: length / 8) + "1]").utf8)
            return ContinuousClock().measure {
                var scanner = Scanner()
                message.withUnsafeBytes { bytes in
                    for end in stride(from: 4096, to: bytes.count, by: 4096) {
                        _ = scanner.scan(UnsafeRawBufferPointer(rebasing: bytes[..<end]))
                    }
                }
            }
        }
        _ = duration(100_000)
        // Looking again at what is already there would make this a hundred times as long, not ten.
        #expect(duration(2_000_000) < duration(200_000) * 40)
    }

    @Test func depth() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(log(nested(64)) == [nested(64)])
        #expect(log(nested(65)) == ["broken -32600"])
        #expect(log(String(repeating: #"{"a":["#, count: 32) + String(repeating: "]}", count: 32)).count == 1)
    }

    @Test func size() {
        var limits = Limits()
        limits.request = 20
        limits.batchBytes = 40
        func text(_ open: String, _ length: Int, _ close: String) -> String {
            open + String(repeating: "x", count: length - open.utf8.count - close.utf8.count) + close
        }
        #expect(log(text("{\"", 20, "\"}"), limits: limits).first?.hasPrefix("{") == true)
        #expect(log(text("{\"", 21, "\"}"), limits: limits) == ["broken -32007"])
        #expect(log(text("[\"", 40, "\"]"), limits: limits).first?.hasPrefix("[") == true)
        #expect(log(text("[\"", 41, "\"]"), limits: limits) == ["broken -32007"])
        #expect(log(text("\"", 21, ""), limits: limits) == ["broken -32007"])
        var feed = Feed(limits: limits)
        feed.receive(text("{\"", 20, "").utf8)
        #expect(feed.log.isEmpty)
        feed.receive("x".utf8)
        #expect(feed.log == ["broken -32007"])
    }

    @Test func spaceIsDroppedAtOnce() {
        var scanner = Scanner()
        let space = [UInt8](repeating: 0x20, count: 1000)
        #expect(space.withUnsafeBytes { scanner.scan($0) } == .incomplete(drop: 1000))
        #expect(!scanner.isWithinMessage)
        #expect(Array("  {".utf8).withUnsafeBytes { scanner.scan($0) } == .incomplete(drop: 2))
        #expect(scanner.isWithinMessage)
        #expect(Array("{}".utf8).withUnsafeBytes { scanner.scan($0) } == .message(0..<2))
    }

    @Test(arguments: [
        ("", Terminator.blankLine), ("{}", .blankLine), ("{}{}", .blankLine), ("\n{}", .blankLine), ("{}\n", .newline),
        ("{}\r\n", .newline), ("{}\n\n", .blankLine),
        ("{}\r\n\r\n", .blankLine), ("{}\u{0}", .null), ("{}\n{}\n", .newline), ("{}\n{}", .newline),
        ("{}\n{}\n\n", .blankLine), ("{}\n\n{}\n", .blankLine),
        ("{}\u{0}{}\n\n", .null), ("{\n\n}\n", .newline), ("{}\n{}\u{0}", .newline), ("{x}\n", .newline),
    ])
    func terminators(text: String, expected: Terminator) {
        var feed = Feed()
        feed.receive(text.utf8)
        #expect(feed.scanner.terminator == expected)
    }

    @Test func separatorsCanBePassedBeforeTheAnswer() {
        var scanner = Scanner()
        let bytes = Array("{}\n \n{}".utf8)
        #expect(bytes.withUnsafeBytes { scanner.scan($0) } == .message(0..<2))
        #expect(scanner.terminator == .blankLine)
        var other = scanner
        Array("\n{}".utf8).withUnsafeBytes { other.passSeparators($0) }
        #expect(other.terminator == .newline)
        Array(bytes[2...]).withUnsafeBytes { scanner.passSeparators($0) }
        #expect(scanner.terminator == .blankLine)
        #expect(Array(bytes[2...]).withUnsafeBytes { scanner.scan($0) } == .message(3..<5))
    }

    @Test func bytesOfTerminators() {
        #expect(
            Terminator.newline.bytes == [10] && Terminator.blankLine.bytes == [10, 10] && Terminator.null.bytes == [0]
        )
    }

    @Test func randomStreamsSplitAtRandom() {
        var generator = SeededGenerator.printed("randomStreamsSplitAtRandom")
        for _ in 0..<2_000 {
            var bytes = Array(
                (JSONValue.random(depth: 3, using: &generator).text() + "\n"
                    + JSONValue.random(depth: 3, using: &generator).prettyText()).utf8
            )
            if Bool.random(using: &generator) { JSONPropertyTests.mutate(&bytes, using: &generator) }
            var whole = Feed()
            whole.receive(bytes)
            whole.finish()
            var feed = Feed()
            var at = 0
            while at < bytes.count {
                let next = min(bytes.count, at + Int.random(in: 1...9, using: &generator))
                feed.receive(bytes[at..<next])
                at = next
            }
            feed.finish()
            #expect(feed.log == whole.log, "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    /// The scanner may pass on what is not JSON, but it must never hold back or cut what is.
    @Test func validTextsPassWhole() {
        var generator = SeededGenerator.printed("validTextsPassWhole")
        for _ in 0..<1_000 {
            let texts = (0..<3).map { _ in JSONValue.random(depth: 4, using: &generator).prettyText() }
            #expect(log(texts.joined(separator: "\n")) == texts)
        }
    }
}
