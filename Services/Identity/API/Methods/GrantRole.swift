public import Contract
public import Models

/// Trusts a member with a role.
public struct GrantRole: IdentityMethod, Repeatable {
    public var member: Member.ID
    public var role: Role

    public init(member: Member.ID, role: Role) {
        self.member = member
        self.role = role
    }

    public static let name = "identity.grantRole"
    public static let summary = "Gives a member a role; tokens that are issued from then on carry it."
    public typealias Caller = StaffMember
    public typealias Reply = GrantedRole
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal { case administratorNeeded, memberUnknown, notConfirmed, roleHeld }
}
