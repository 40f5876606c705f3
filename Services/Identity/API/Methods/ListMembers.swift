import Contract
public import Models

/// The members, for staff.
public struct ListMembers: IdentityMethod {
    public var stage: MemberStage?
    public var customerType: CustomerType?
    public var role: Role?
    public var source: AcquisitionSource?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        stage: MemberStage? = nil,
        customerType: CustomerType? = nil,
        role: Role? = nil,
        source: AcquisitionSource? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.stage = stage
        self.customerType = customerType
        self.role = role
        self.source = source
        self.after = after
        self.limit = limit
    }

    public static let name = "identity.members"
    public static let summary = "Lists members in the order in which they registered, page by page."
    public static let details = "Each filter that is given narrows the list."
    public typealias Caller = StaffMember
    public typealias Reply = Page<MemberView>
}
