import Crypto
import Foundation
import Models
import RewardsAPI

/// Keeps the codes of coupons from those who read the database.
///
/// A code is found by HMAC-SHA-256 under one key, so that a list of likely codes cannot be tried on a copy of the
/// database, and shown to its member by undoing AES-256-GCM under another one. Both are derived (HKDF) from a secret in a
/// file beside the database; a code cannot be moved to another coupon, because the coupon's id is sealed with it.
struct CouponKeys: Sendable {
    private let finding: SymmetricKey
    private let sealing: SymmetricKey

    /// The seal was broken, or made with another secret.
    struct Unreadable: Error {}

    /// - Parameter secret: 32 bytes, hexadecimal; nil where it is none.
    init?(secret: String) {
        guard let digest = try? Models.Digest(wire: secret), let bytes = Hexadecimal.bytes(digest.wire) else {
            return nil
        }
        let base = SymmetricKey(data: bytes)
        func key(_ purpose: String) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(inputKeyMaterial: base, info: Array(purpose.utf8), outputByteCount: 32)
        }
        (finding, sealing) = (key("wellspring coupon finding"), key("wellspring coupon sealing"))
    }

    func digest(of code: CouponCode) -> Models.Digest {
        Models.Digest(bytes: HMAC<SHA256>.authenticationCode(for: Array(code.wire.utf8), using: finding))
    }

    /// - Parameter nonce: 12 random bytes.
    /// - Returns: hexadecimal.
    func seal(_ code: CouponCode, of coupon: Coupon.ID, nonce: [UInt8]) throws -> String {
        let box = try AES.GCM.seal(
            Array(code.wire.utf8),
            using: sealing,
            nonce: AES.GCM.Nonce(data: nonce),
            authenticating: Array(coupon.wire.utf8)
        )
        guard let combined = box.combined else { throw Unreadable() }
        return Hexadecimal.text(combined)
    }

    func open(_ sealed: String, of coupon: Coupon.ID) throws -> CouponCode {
        guard let bytes = Hexadecimal.bytes(sealed) else { throw Unreadable() }
        let box = try AES.GCM.SealedBox(combined: bytes)
        let plain = try AES.GCM.open(box, using: sealing, authenticating: Array(coupon.wire.utf8))
        return try CouponCode(wire: String(decoding: plain, as: UTF8.self))
    }
}
