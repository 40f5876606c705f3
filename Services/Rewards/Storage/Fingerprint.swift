import Crypto
import Models

extension Movement {
    /// By which a transfer that comes again is told from another one under the same id.
    var fingerprint: Models.Digest { Models.Digest(bytes: SHA256.hash(data: Array(payload.utf8))) }
}
