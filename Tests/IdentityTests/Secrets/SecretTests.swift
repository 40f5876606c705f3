import Contract
import IdentityAPI
import Models
import Testing

struct SecretTests {
    @Test func theFormIsCheckedToTheLetter() throws {
        let text = "wsr_" + String(repeating: "0a", count: 32)
        #expect(try RefreshToken(wire: text).wire == text)
        for wrong in ["wsc_" + text.dropFirst(4), String(text.dropLast()), text + "0", text.uppercased(), "", "wsr_"] {
            #expect(throws: InvalidValue.self) { try RefreshToken(wire: wrong) }
        }
    }

    @Test func noSecretDescribesItself() throws {
        let key = ClientKey.example
        let password = try Password(wire: "nine herons over the weir")
        let shown = "\(RefreshToken.example) \(key) \(password) \(AccessToken.example)"
        let dumped = String(reflecting: [key]) + String(reflecting: password) + String(reflecting: RefreshToken.example)
        var mirrored = ""
        dump([password], to: &mirrored)
        dump([AccessToken.example], to: &mirrored)
        dump([key], to: &mirrored)
        dump(OneTimeSecret.example, to: &mirrored)
        for text in [shown, dumped, mirrored] {
            #expect(!text.contains("herons") && !text.contains("0102") && !text.contains("eyJ"))
        }
    }

    @Test func aKeyThatWasNotCopiedWholeIsNone() throws {
        let text = ClientKey.example.wire
        #expect(text.count == 104)
        #expect(try ClientKey(wire: text) == .example)
        var digits = Array(text)
        for place in digits.indices where digits[place] != "_" {
            let before = digits[place]
            digits[place] = before == "0" ? "1" : "0"
            #expect(throws: InvalidValue.self) { try ClientKey(wire: String(digits)) }
            digits[place] = before
        }
        #expect(throws: InvalidValue.self) { try ClientKey(wire: String(text.dropLast())) }
    }

    /// The expected value was computed with zlib.
    @Test func theChecksumIsCRC32() {
        #expect(ClientKey.example.wire.suffix(8) == "ab6c9f6e")
    }

    @Test func passwordsAreComparedByteForByte() throws {
        let composed = try Password(wire: "caf\u{E9} caf\u{E9}")
        let decomposed = try Password(wire: "cafe\u{301} cafe\u{301}")
        #expect(composed != decomposed)
        #expect(try Password(wire: " spaces stay ").wire == " spaces stay ")
        #expect(try Password(wire: String(repeating: "x", count: 1024)).wire.count == 1024)
        #expect(throws: InvalidValue.self) { try Password(wire: String(repeating: "x", count: 1025)) }
        #expect(throws: InvalidValue.self) { try Password(wire: "") }
    }

    @Test func everyScopeIsKnownByName() throws {
        #expect(ScopeName.everything.count == 13)
        #expect(ScopeName.reading.map(\.wire) == ["feedback:read", "ideas:read", "identity:read", "rewards:read"])
        for wrong in ["", "ideas", "ideas:all", "members:read", "games:read", "ideas:read "] {
            #expect(throws: InvalidValue.self) { try ScopeName(wire: wrong) }
        }
    }
}
