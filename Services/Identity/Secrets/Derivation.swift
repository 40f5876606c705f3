import Crypto
import Foundation
import IdentityAPI
import Models

/// Secrets that are computed instead of stored: whoever reads the database finds only their digests.
///
/// Each is HMAC-SHA-256, under a key that lives in a file beside the database, of a purpose and of what it belongs to
/// (RFC 5869 calls the purpose `info`).
struct Derivation: Sendable {
    private let key: SymmetricKey

    /// - Parameter bytes: 32 random bytes.
    init(bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    /// The one token that follows another, the same however often it is asked for.
    func successor(of token: RefreshToken) -> RefreshToken { RefreshToken(bytes: mac("refresh", token.wire)) }

    func oneTimeSecret(of code: OneTime.ID) -> OneTimeSecret { OneTimeSecret(bytes: mac("one-time", code.wire)) }

    func code(of invitation: Invitation.ID) -> InvitationCode {
        InvitationCode(bytes: mac("invitation", invitation.wire))
    }

    /// Under which guesses are counted, so that the counters name no address.
    func account(of address: EmailAddress) -> Models.Digest { Models.Digest(bytes: mac("account", address.wire)) }

    private func mac(_ purpose: String, _ subject: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array("\(purpose)\u{0}\(subject)".utf8), using: key))
    }
}

extension Secret {
    /// What is stored of it. Plain SHA-256 is enough for 256 random bits (ASVS 6.5.2).
    var digest: Models.Digest { Models.Digest(bytes: SHA256.hash(data: Array(wire.utf8))) }
}

extension ClientKey {
    /// What is stored of it.
    var digest: Models.Digest { Models.Digest(bytes: SHA256.hash(data: Array(wire.utf8))) }
}
