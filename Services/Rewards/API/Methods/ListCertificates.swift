public import Contract
public import Models

/// Lists the certificates of a member.
public struct ListCertificates: RewardsMethod {
    /// The caller if not given; another member only for staff and backends.
    public var member: Member.ID?

    public init(member: Member.ID? = nil) {
        self.member = member
    }

    public static let name = "rewards.certificates"
    public static let summary =
        "Lists the certificates of a member, signed and with their status, in the order in which they were issued."
    public static let details = """
        Another member's certificates are answered to a member as those of a member who does not exist.
        """
    public typealias Caller = Reader
    public typealias Reply = [IssuedCertificate]
    public enum Refusal: String, Contract.Refusal { case memberNeeded, memberUnknown }
}
