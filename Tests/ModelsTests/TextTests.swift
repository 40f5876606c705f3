import Contract
import Foundation
import IdentityAPI
import Models
import Support
import Testing

@Suite struct TextTests {
    private func accepts<Kind: TextKind>(_ kind: Kind.Type, _ text: String) -> Bool {
        (try? Text<Kind>(wire: text)) != nil
    }

    private func checkLimits<Kind: TextKind>(_ kind: Kind.Type) {
        // One scalar each, but 1, 2, 3 and 4 bytes, and 1 or 2 units of UTF-16.
        for character in ["a", "é", "漢", "\u{1F331}"] {
            func text(_ count: Int) -> String { String(repeating: character, count: count) }
            #expect(accepts(kind, text(Kind.length.upperBound)))
            #expect(!accepts(kind, text(Kind.length.upperBound + 1)))
            #expect(accepts(kind, text(Kind.length.upperBound - 1)))
            #expect(accepts(kind, text(Kind.length.lowerBound)))
            #expect(!accepts(kind, text(Kind.length.lowerBound - 1)))
        }
    }

    @Test func limitsAreCountedInScalars() {
        checkLimits(TitleKind.self)
        checkLimits(SentenceKind.self)
        checkLimits(ProseKind.self)
        checkLimits(PersonNameKind.self)
        checkLimits(TagKind.self)
        checkLimits(SearchTermKind.self)
        checkLimits(AffiliationKind.self)
    }

    @Test func aRefusalNamesTheLimits() {
        let error = #expect(throws: InvalidValue.self) { try Tag(wire: String(repeating: "a", count: 51)) }
        #expect(error?.sentence == "must have from 1 to 50 characters")
    }

    /// The two spellings of one letter are one text, and count as one.
    @Test func spellingsAreMadeOne() throws {
        #expect(try Title(wire: "Zoe\u{308}").wire.utf8.elementsEqual("Zo\u{EB}".utf8))
        #expect(try Title(wire: "\u{1112}\u{1161}\u{11AB}").wire.utf8.elementsEqual("\u{D55C}".utf8))
        // The Angstrom sign and the Ohm sign have become letters long ago.
        #expect(try Title(wire: "\u{212B}\u{2126}").wire.utf8.elementsEqual("\u{C5}\u{3A9}".utf8))
        #expect(try Tag(wire: String(repeating: "e\u{301}", count: 50)).wire.unicodeScalars.count == 50)
        #expect(throws: InvalidValue.self) { try Tag(wire: String(repeating: "e\u{301}", count: 51)) }
        // Compatibility forms are different characters and stay so.
        #expect(try Title(wire: "\u{FB01}").wire != "fi")
    }

    @Test func aFamilyCountsAsTheScalarsThatItIsMadeOf() throws {
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        #expect(try Tag(wire: String(repeating: family, count: 10)).wire.unicodeScalars.count == 50)
        #expect(throws: InvalidValue.self) { try Tag(wire: String(repeating: family, count: 10) + "a") }
    }

    @Test func endsAreTrimmedAndDoNotCount() throws {
        #expect(try Tag(wire: " \t\n\u{A0}\u{3000}\u{2009}refill \r\n").wire == "refill")
        let longest = String(repeating: "a", count: 50)
        #expect(try Tag(wire: String(repeating: " ", count: 100) + longest + "\n").wire == longest)
        for blank in ["", " ", "\n", "\u{A0}\u{2003}", "\u{2028}"] {
            #expect(throws: InvalidValue.self) { try Title(wire: blank) }
        }
        #expect(try Title(wire: "a  b").wire == "a  b")
    }

    @Test func linesEndInOneWay() throws {
        #expect(try Prose(wire: "a\r\nb\rc\nd\r\n\r\ne").wire == "a\nb\nc\nd\n\ne")
        #expect(try Prose(wire: "a\tb").wire == "a\tb")
    }

    @Test(
        arguments: [
            0, 7, 8, 0xB, 0x1B, 0x1F, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF,
        ] as [UInt32]
    )
    func controlsAndNoncharactersAreRefusedEverywhere(number: UInt32) throws {
        let scalar = String(Character(try #require(Unicode.Scalar(number))))
        #expect(throws: InvalidValue.self) { try Title(wire: "a\(scalar)b") }
        #expect(throws: InvalidValue.self) { try Prose(wire: "a\(scalar)b") }
    }

    /// What would break a list, or turn a name around, is allowed only where there are lines of one's own.
    @Test(arguments: ["\n", "\r", "\t", "\u{2028}", "\u{2029}", "\u{202A}", "\u{202E}", "\u{2066}", "\u{2069}"])
    func someAreAllowedInProseAlone(scalar: String) throws {
        #expect(throws: InvalidValue.self) { try Title(wire: "a\(scalar)b") }
        #expect(throws: InvalidValue.self) { try PersonName(wire: "a\(scalar)b") }
        _ = try Prose(wire: "a\(scalar)b")
    }

    /// What was accepted once is accepted again and stays byte for byte the same: stored texts can be sent back.
    @Test func acceptingIsFinal() throws {
        var random = SeededGenerator.printed()
        let pool: [Unicode.Scalar] = Array(
            " aZ\t\n\r\u{A0}\u{AD}\u{301}\u{308}\u{323}\u{345}eéßſİıAÅ\u{212B}\u{1112}\u{1161}\u{11A8}\u{AC00}\u{3000}\u{2028}\u{200D}\u{FE0F}\u{1F331}\u{FB01}\u{F900}\u{1D15F}\u{FEFF}"
                .unicodeScalars
        )
        var accepted = 0
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                if let scalar = pool.randomElement(using: &random) { text.unicodeScalars.append(scalar) }
            }
            guard let prose = try? Prose(wire: text) else { continue }
            accepted += 1
            #expect(try Prose(wire: prose.wire).wire.utf8.elementsEqual(prose.wire.utf8), "\(text.debugDescription)")
            #expect(prose.wire.utf8.elementsEqual(prose.wire.precomposedStringWithCanonicalMapping.utf8))
        }
        #expect(accepted > 1000)
    }

}
