import Contract
public import Models

/// Tells the keys that certificates are signed with.
public struct GetCertificateKeys: RewardsMethod {
    public init() {}

    public static let name = "rewards.certificateKeys"
    public static let summary = "Tells the public keys of all certificates that were ever signed."
    public static let details = """
        A certificate is a JWT whose payload is an Open Badges 3.0 credential (section 8.2 there), which stands in `vc` too. \
        Keep the keys to verify certificates without a connection. There is none before the first certificate.
        """
    public typealias Caller = Visitor
    public typealias Reply = [CertificateKey]
}
