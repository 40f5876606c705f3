import Contract
import Support
import Testing

@testable import RPC

@Suite struct JSONPropertyTests {
    @Test func whatIsWrittenReadsBack() throws {
        var generator = SeededGenerator.printed("whatIsWrittenReadsBack")
        for _ in 0..<3_000 {
            let value = JSONValue.random(depth: 5, using: &generator)
            #expect(try JSONValue(parsing: Array(value.text().utf8)) == value)
            #expect(try JSONValue(parsing: Array(value.prettyText().utf8)) == value)
            var writer = JSONWriter()
            try writer.write(value)
            #expect(String(decoding: writer.bytes, as: UTF8.self) == value.text())
        }
    }

    /// Whatever is accepted must be stable: reading, writing and reading again changes nothing.
    @Test func mutatedTextNeverCrashesAndStaysStable() throws {
        var generator = SeededGenerator.printed("mutatedTextNeverCrashesAndStaysStable")
        var accepted = 0
        for _ in 0..<20_000 {
            var bytes = Array(JSONValue.random(depth: 3, using: &generator).text().utf8)
            for _ in 0...Int.random(in: 0...3, using: &generator) { Self.mutate(&bytes, using: &generator) }
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            accepted += 1
            #expect(try JSONValue(parsing: Array(value.text().utf8)) == value)
        }
        #expect(accepted > 0)
    }

    @Test func mutatedRequestsNeverCrash() {
        var generator = SeededGenerator.printed("mutatedRequestsNeverCrash")
        let request =
            #"[{"jsonrpc":"2.0","id":"é\n","method":"a.b","params":{"a":1,"_meta":{"timeout_ms":5}}},"#
            + #"{"jsonrpc":"2.0","method":"x","params":[1,2]}]"#
        var calls = 0
        for _ in 0..<20_000 {
            var bytes = Array(request.utf8)
            for _ in 0...Int.random(in: 0...3, using: &generator) { Self.mutate(&bytes, using: &generator) }
            calls += bytes.withUnsafeBytes(Self.readAll)
        }
        #expect(calls > 0)
    }

    private static func readAll(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard case .batch(let items) = Envelope.parse(bytes) else { return 0 }
        return items.reduce(0) { count, item in
            switch item {
            case .call(let request), .notification(let request):
                _ = try? request.params.decode(Pair.self, order: ["a", "b"])
                return count + min(request.params.fingerprintBytes().count, 1)
            case .invalid, .dropped, .response: return count
            }
        }
    }

    static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &generator)
        let byte =
            Bool.random(using: &generator)
            ? UInt8.random(in: .min ... .max, using: &generator)
            : Array(#"{}[]",:\u0e-."#.utf8).randomElement(using: &generator) ?? 0
        switch Int.random(in: 0...4, using: &generator) {
        case 0: bytes[place] = byte
        case 1: bytes.insert(byte, at: place)
        case 2: bytes.remove(at: place)
        case 3: bytes.removeSubrange(place...)
        default: bytes.insert(contentsOf: bytes[place..<min(place + 8, bytes.count)], at: place)
        }
    }
}

extension JSONValue {
    static func random(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return .null
        case 1: return .bool(.random(using: &generator))
        case 2: return .integer(.random(in: .min ... .max, using: &generator))
        case 3: return .number(randomNumber(using: &generator))
        case 4, 5: return .string(randomText(using: &generator))
        case 6:
            return .array(
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in random(depth: depth - 1, using: &generator) }
            )
        default:
            // A number in front keeps the names apart.
            return .object(
                (0..<Int.random(in: 0...4, using: &generator)).map {
                    Member("\($0)" + randomText(using: &generator), random(depth: depth - 1, using: &generator))
                }
            )
        }
    }

    private static func randomNumber(using generator: inout SeededGenerator) -> Double {
        let value = Double(bitPattern: generator.next())
        return value.isFinite ? value : 0.5
    }

    private static func randomText(using generator: inout SeededGenerator) -> String {
        let alphabet: [Unicode.Scalar] = [
            "a", "\"", "\\", "/", "\u{0}", "\n", "\u{1F}", "\u{7F}", "é", "\u{301}", "€", "\u{2028}", "😀", "\u{10FFFF}",
            " ", "z",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0...24, using: &generator) {
            text.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "a")
        }
        return text
    }
}
