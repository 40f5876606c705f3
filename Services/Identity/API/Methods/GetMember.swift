public import Contract
public import Models

/// One member.
public struct GetMember: IdentityMethod {
    public var member: Member.ID

    public init(member: Member.ID) { self.member = member }

    public static let name = "identity.member"
    public static let summary = "Shows a member: everything to the member and to staff, the public part to others."
    public static let details = """
        Members and API clients that are not staff find only those whose address is confirmed.
        """
    public typealias Caller = Reader
    public typealias Reply = MemberView
    public enum Refusal: String, Contract.Refusal { case memberUnknown }
}
