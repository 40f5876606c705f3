import Contract
import Models
import Testing

@Suite struct EmailAddressTests {
    @Test(arguments: [
        ("ines@example.org", "ines@example.org"), ("  Ines@Example.ORG \n", "ines@example.org"),
        ("a@b.c", "a@b.c"), ("o'neil+tag@sub.example.co.uk", "o'neil+tag@sub.example.co.uk"),
        ("用户@例子.公司", "用户@例子.公司"), ("zo\u{65}\u{308}@example.org", "zo\u{EB}@example.org"),
        ("ZO\u{CB}@example.org", "zo\u{EB}@example.org"),
        // There is no such capital in one piece, but there is such a small letter.
        ("J\u{30C}@example.org", "\u{1F0}@example.org"), ("H\u{331}@example.org", "\u{1E96}@example.org"),
    ])
    func isKeptInLowerCaseAndInOneSpelling(text: String, kept: String) throws {
        let address = try EmailAddress(wire: text)
        #expect(address.wire.utf8.elementsEqual(kept.utf8))
        #expect(try EmailAddress(wire: address.wire).wire.utf8.elementsEqual(kept.utf8))
    }

    @Test func lengthsEndWhereTheySay() throws {
        let domain = "@" + String(repeating: "d", count: 63) + ".org"
        #expect(throws: Never.self) { try EmailAddress(wire: String(repeating: "a", count: 64) + domain) }
        #expect(throws: InvalidValue.self) { try EmailAddress(wire: String(repeating: "a", count: 65) + domain) }
        #expect(throws: InvalidValue.self) { try EmailAddress(wire: "a@" + String(repeating: "d", count: 64) + ".org") }
        let labels = (0..<4).map { _ in String(repeating: "d", count: 61) }.joined(separator: ".")
        let long = String(repeating: "a", count: 254 - 1 - labels.count) + "@" + labels
        #expect(long.count == 254)
        #expect(throws: Never.self) { try EmailAddress(wire: long) }
        #expect(throws: InvalidValue.self) { try EmailAddress(wire: "a" + long) }
    }

    @Test(arguments: [
        "", "@", "a", "a@", "@b.c", "a@b", "a@@b.c", "a@b.c@d.e", "a b@c.d", "a@b c.d", "a@.c", "a@b.", "a@b..c",
        "a@-b.c", "a@b-.c", "a\u{0}@b.c", "a\n@b.c", "a\u{202E}@b.c", "a@b.c\u{FFFF}", "a\u{A0}b@c.d", "a\u{3000}@b.c",
        "Ines <ines@example.org>", "a\u{2003}b@c.d",
    ])
    func isRefused(text: String) {
        let error = #expect(throws: InvalidValue.self) { try EmailAddress(wire: text) }
        #expect(error?.sentence == "must be an e-mail address of at most 254 characters")
    }
}
