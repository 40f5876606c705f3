import Contract
import IdentityAPI
import Models
import Testing

@testable import Identity

struct DerivationTests {
    private let derivation = Derivation(bytes: Array(repeating: 1, count: 32))

    @Test func theSameIsDerivedFromTheSame() throws {
        #expect(derivation.successor(of: .example) == derivation.successor(of: .example))
        #expect(derivation.successor(of: derivation.successor(of: .example)) != derivation.successor(of: .example))
        let other = Derivation(bytes: Array(repeating: 2, count: 32))
        #expect(other.successor(of: .example) != derivation.successor(of: .example))
    }

    @Test func eachPurposeHasSecretsOfItsOwn() throws {
        let bodies: Set<Substring> = [
            derivation.successor(of: .example).wire.dropFirst(4),
            derivation.oneTimeSecret(of: .example).wire.dropFirst(4),
            derivation.code(of: .example).wire.dropFirst(4), derivation.account(of: .example).wire[...],
        ]
        #expect(bodies.count == 4)
    }
}
