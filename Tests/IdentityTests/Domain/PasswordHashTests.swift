import Testing

@testable import Identity

struct PasswordHashTests {
    private let hash = PasswordHash(
        cost: ScryptCost(logN: 15),
        salt: Array(0..<16),
        key: Array(100..<132)
    )

    @Test func theTextIsReadBack() {
        #expect(hash.text.hasPrefix("$scrypt$ln=15,r=8,p=3$000102030405060708090a0b0c0d0e0f$"))
        #expect(PasswordHash(text: hash.text) == hash)
    }

    /// OWASP Password Storage Cheat Sheet: 2^17/8/1, 2^16/8/2 and 2^15/8/3 are of equal strength.
    @Test(arguments: [(15, 3), (16, 2), (17, 1), (18, 1), (20, 1)])
    func everyCostThatCanBeSetIsStrongEnough(logN: Int, p: Int) {
        let cost = ScryptCost(logN: logN)
        #expect(cost == ScryptCost(logN: logN, r: 8, p: p))
        #expect(cost.memory == 1024 << logN)
        #expect((1 << logN) * p >= 3 << 15)
    }

    @Test(arguments: [
        "", "$", "$$$$", "$scrypt$ln=15,r=8,p=3$00$", "$argon2id$ln=15,r=8,p=3$00$00", "$scrypt$ln=31,r=8,p=3$",
        "$scrypt$ln=x,r=8,p=3$000102030405060708090a0b0c0d0e0f$00", "$scrypt$r=8,ln=15,p=3$", "x$scrypt$a$b$c",
        "$scrypt$ln=15,r=8,p=3$0g0102030405060708090a0b0c0d0e0f$00",
    ])
    func anythingElseIsNone(text: String) { #expect(PasswordHash(text: text) == nil) }

    @Test func aDamagedCostCannotAskForAllMemory() {
        let text = hash.text
        for cost in ["ln=21,r=8,p=3", "ln=0,r=8,p=3", "ln=15,r=17,p=3", "ln=15,r=8,p=17", "ln=15,r=8"] {
            #expect(PasswordHash(text: text.replacing("ln=15,r=8,p=3", with: cost)) == nil, "\(cost)")
        }
    }
}
