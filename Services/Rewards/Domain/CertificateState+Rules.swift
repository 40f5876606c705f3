import Models
import RewardsAPI

extension CertificateState {
    /// A certificate that was revoked stays so, also when it would have expired.
    init(revokedAt: Instant?, expiresAt: Instant?, now: Instant) {
        if revokedAt != nil {
            self = .revoked
        } else {
            self = expiresAt.map { $0 <= now } == true ? .expired : .valid
        }
    }
}
