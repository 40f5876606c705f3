import IdentityAPI
import Models
import Testing

@testable import Identity

struct PasswordRulesTests {
    let rules = PasswordRules(minimum: 8)

    private func flaw(_ password: String, around words: [String] = ["Ines Okafor", "ines.okafor@harbour.example"])
        throws
        -> PasswordFlaw?
    {
        rules.flaw(of: try Password(wire: password), around: words)
    }

    @Test func theLengthIsCountedInCharacters() throws {
        #expect(try flaw("xk7#pqv") == .tooShort)
        #expect(try flaw("xk7#pqvw") == nil)
        #expect(try flaw("鷺鷺河堰橋") == .tooShort)
        #expect(try PasswordRules(minimum: 15).flaw(of: Password(wire: "xk7#pqvwmm"), around: []) == .tooShort)
    }

    @Test(arguments: [
        "password", "Password1", "p@ssw0rd", "P4$$w0rd!", "password123", "passwort1!", "qwertyuiop", "qwerty123456",
        "1q2w3e4r5t", "asdfghjkl", "12345678", "123456789", "987654321", "87654321", "11111111", "aaaaaaaaaa",
        "abcdefgh", "abcd1234", "abababab", "12341234", "abc123abc123", "iloveyou", "iloveyou12", "sunshine1",
        "letmein123", "welcome2024", "Summer2025!", "football99", "trustno1", "dragon2000", "monkey12", "superman1",
        "wellspring1", "community2026", "changeme!", "adminadmin", "zxcvbnm,.", "1qaz2wsx", "princess", "01234567",
        "inesokafor", "Okafor1990", "harbour1!", "00000000",
    ])
    func whatIsGuessedFirstIsRefused(password: String) throws {
        #expect(try flaw(password) == .tooCommon, "\(password)")
    }

    @Test(arguments: [
        "nine herons over the weir", "correct horse battery staple", "xk7#pqvwmm", "tR9vLq2z", "mein Hund mag Birnen",
        "purple monkey dishwasher", "鷺が九羽堰の上を飛ぶ", "correcthorsebattery", "kestrel-upon-gravel",
    ])
    func whatIsNotGuessedFirstIsAllowed(password: String) throws {
        #expect(try flaw(password) == nil, "\(password)")
    }

    @Test func nothingIsAskedOfTheComposition() throws {
        #expect(try flaw("bvkxtmqwlz") == nil)
        #expect(try flaw("5829041736") == nil)
    }

    @Test func theLongestThatTheWireTakesIsQuickToJudge() throws {
        #expect(try flaw(String(repeating: "kz", count: 512)) == .tooCommon)
        #expect(try flaw(String((0..<1024).map { Character(UnicodeScalar(UInt8(97 + $0 * $0 % 23))) })) == nil)
    }
}
