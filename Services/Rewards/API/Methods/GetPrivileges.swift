public import Contract
public import Models

/// Tells what a member may do and get by his or her level.
public struct GetPrivileges: RewardsMethod {
    /// The caller if not given; another member only for staff, backends and services.
    public var member: Member.ID?

    public init(member: Member.ID? = nil) { self.member = member }

    public static let name = "rewards.privileges"
    public static let summary = "Tells what a member may do and get by his or her level."
    public static let details = """
        What a privilege means, those say who ask for it. Where there is no programme of levels nobody has any. Of a \
        member of whom nothing is known here, backends and services learn that there are none.
        """
    public typealias Caller = Reader
    public typealias Reply = PrivilegeList
    public enum Refusal: String, Contract.Refusal { case memberNeeded, memberUnknown }
}
