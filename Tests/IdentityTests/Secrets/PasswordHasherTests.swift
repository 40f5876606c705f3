import Contract
import IdentityAPI
import Models
import Testing

@testable import Identity

struct PasswordHasherTests {
    private let password: Password
    private let hasher = PasswordHasher(cost: .cheap, pool: HashPool(threads: 1, queue: 10))

    init() throws { password = try Password(wire: "nine herons over the weir") }

    @Test func theRightPasswordMatchesAndNoOther() async throws {
        let hash = try #require(try await hasher.hash(password, random: .system))
        #expect(try await hasher.check(password, against: hash) == .right)
        #expect(try await hasher.check(Password(wire: "nine herons over the weir "), against: hash) == .wrong)
        #expect(try await hasher.check(password, against: nil) == .wrong)
    }

    @Test func equalPasswordsHaveDifferentHashes() async throws {
        let (one, two) = (
            try await hasher.hash(password, random: .system), try await hasher.hash(password, random: .system)
        )
        #expect(one != nil && one != two)
    }

    @Test func aHashOfAnotherCostIsOutdated() async throws {
        let other = PasswordHasher(cost: ScryptCost(logN: 5, r: 2, p: 1), pool: hasher.pool)
        let hash = try await other.hash(password, random: .system)
        #expect(try await hasher.check(password, against: hash) == .outdated)
    }

    @Test func noPasswordIsTheSameWorkForNothing() async throws {
        let before = hasher.pool.finished
        #expect(try await hasher.hash(nil, random: .system) == nil)
        #expect(hasher.pool.finished == before + 1)
    }

    /// RFC 7914 section 12: "pleaseletmein", "SodiumChloride", N 16384, r 8, p 1, first 32 bytes.
    @Test func theSchemeIsScrypt() async throws {
        let key: [UInt8] = [
            0x70, 0x23, 0xbd, 0xcb, 0x3a, 0xfd, 0x73, 0x48, 0x46, 0x1c, 0x06, 0xcd, 0x81, 0xfd, 0x38, 0xeb,
            0xfd, 0xa8, 0xfb, 0xba, 0x90, 0x4f, 0x8e, 0x3e, 0xa9, 0xb5, 0x43, 0xf6, 0x54, 0x5d, 0xa1, 0xf2,
        ]
        let hash = PasswordHash(cost: ScryptCost(logN: 14, r: 8, p: 1), salt: Array("SodiumChloride".utf8), key: key)
        let rfc = PasswordHasher(cost: hash.cost, pool: hasher.pool)
        #expect(try await rfc.check(Password(wire: "pleaseletmein"), against: hash) == .right)
    }
}
