public import Contract
public import Models

/// Revokes a certificate.
public struct RevokeCertificate: RewardsMethod, Repeatable {
    public var certificate: Certificate.ID
    /// Whoever asks for the certificate reads it.
    public var reason: Sentence

    public init(certificate: Certificate.ID, reason: Sentence) {
        self.certificate = certificate
        self.reason = reason
    }

    public static let name = "rewards.revokeCertificate"
    public static let summary = "Revokes a certificate, for good."
    public static let details = """
        The course stays completed.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CertificateStatus
    public enum Refusal: String, Contract.Refusal { case certificateUnknown, certificateRevoked }
}
