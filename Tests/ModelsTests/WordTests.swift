import Contract
import Models
import Testing

/// Languages, currencies, digests, and who somebody is.
@Suite struct WordTests {
    @Test(arguments: ["en", "deu", "zh-Hant", "pt-BR", "de-CH-1996", "en-x-a", "sr-Latn-RS"])
    func languages(tag: String) throws {
        #expect(try LanguageTag(wire: tag).wire == tag)
    }

    @Test(arguments: ["", "e", "engl", "EN", "en-", "-en", "en--US", "en_US", "en-123456789", "e1", "en-é", "x-abc"])
    func whatIsNoLanguage(tag: String) {
        #expect(throws: InvalidValue.self) { try LanguageTag(wire: tag) }
    }

    @Test(arguments: ["", "EU", "EURO", "eur", "E1R", "ÉUR", "EUR "]) func whatIsNoCurrency(code: String) {
        #expect(throws: InvalidValue.self) { try Currency(wire: code) }
    }

    @Test func digestsAreBytesInHexadecimal() throws {
        let digest = Digest(bytes: [UInt8](repeating: 0x0A, count: 31) + [0xFF])
        #expect(digest.wire == String(repeating: "0a", count: 31) + "ff")
        #expect(try Digest(wire: digest.wire) == digest)
        #expect(throws: InvalidValue.self) { try Digest(wire: digest.wire.uppercased()) }
        #expect(throws: InvalidValue.self) { try Digest(wire: String(digest.wire.dropLast())) }
    }

    @Test func staffAreRolesOrAScope() {
        func member(_ roles: Set<Role>) -> Bearer { Bearer(actor: .example, kind: .member, roles: roles) }
        #expect(member([.manager]).isStaff(of: "ideas") && member([.moderator, .expert]).isStaff(of: "ideas"))
        #expect(!member([]).isStaff(of: "ideas") && !member([.expert, .advocate, .organiser]).isStaff(of: "ideas"))
        let client = Bearer(actor: .client(.example), kind: .client, roles: [.manager], scopes: ["ideas:staff"])
        #expect(client.isStaff(of: "ideas") && !client.isStaff(of: "rewards"))
    }

    @Test func randomBytesAreAsManyAsAreAsked() {
        let counting = RandomSource { 0x0102_0304_0506_0708 }
        for count in [0, 1, 7, 8, 9, 32] { #expect(counting.bytes(count).count == count) }
        #expect(counting.bits128() == 0x0102_0304_0506_0708_0102_0304_0506_0708)
        #expect(RandomSource.system.bytes(32) != RandomSource.system.bytes(32))
    }
}
