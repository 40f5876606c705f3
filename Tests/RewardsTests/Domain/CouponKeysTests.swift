import Contract
import Models
import RewardsAPI
import Testing

@testable import Rewards

private func keys(_ first: UInt8) throws -> CouponKeys {
    try #require(CouponKeys(secret: Digest(bytes: (0..<32).map { first &+ $0 }).wire))
}

@Test func aSecretHasThirtyTwoBytes() {
    #expect(CouponKeys(secret: "00") == nil)
    #expect(CouponKeys(secret: String(repeating: "z", count: 64)) == nil)
}

@Test func aCodeIsReadWithItsKeyAndForItsCouponOnly() throws {
    let sealed = try keys(1).seal(.example, of: .example, nonce: Array(repeating: 7, count: 12))
    #expect(try keys(1).open(sealed, of: .example) == .example)
    #expect(throws: (any Error).self) { try keys(2).open(sealed, of: .example) }
    #expect(throws: (any Error).self) { try keys(1).open(sealed, of: Coupon.ID(at: .example, entropy: 2)) }
    #expect(throws: (any Error).self) { try keys(1).open("0g", of: .example) }
}

@Test func aCodeIsFoundUnderItsKeyOnly() throws {
    let lower = try CouponCode(wire: CouponCode.example.wire.lowercased())
    #expect(try keys(1).digest(of: lower) == keys(1).digest(of: .example))
    #expect(try keys(1).digest(of: .example) != keys(2).digest(of: .example))
}

@Test(arguments: ["", "SHORT", "WITH SPACE", "É-CLAIR-1", "=1+1+1+1", String(repeating: "A", count: 65)])
func aCodeIsRefused(text: String) { #expect(throws: InvalidValue.self) { try CouponCode(wire: text) } }
