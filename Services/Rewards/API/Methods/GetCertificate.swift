public import Contract
public import Models

/// Tells whether a certificate holds.
public struct GetCertificate: RewardsMethod {
    /// It stands in the certificate as the end of `jti`.
    public var certificate: Certificate.ID

    public init(certificate: Certificate.ID) {
        self.certificate = certificate
    }

    public static let name = "rewards.certificate"
    public static let summary = "Tells whether a certificate is valid, expired or revoked."
    public static let details = """
        Anybody who was shown a certificate may ask. That it is genuine needs no asking: its signature is checked with \
        `rewards.certificateKeys`.
        """
    public typealias Caller = Visitor
    public typealias Reply = CertificateStatus
    public enum Refusal: String, Contract.Refusal { case certificateUnknown }
}
