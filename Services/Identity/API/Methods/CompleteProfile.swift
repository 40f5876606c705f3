public import Contract
public import Models

/// Fills in the caller's profile.
public struct CompleteProfile: IdentityMethod, Repeatable {
    public var customerType: CustomerType?
    public var affiliation: Affiliation?
    public var interests: [Tag]?
    public var contactBy: [ContactChannel]?
    public var name: PersonName?
    public var language: LanguageTag?

    public init(
        customerType: CustomerType? = nil,
        affiliation: Affiliation? = nil,
        interests: [Tag]? = nil,
        contactBy: [ContactChannel]? = nil,
        name: PersonName? = nil,
        language: LanguageTag? = nil
    ) {
        self.customerType = customerType
        self.affiliation = affiliation
        self.interests = interests
        self.contactBy = contactBy
        self.name = name
        self.language = language
    }

    public static let name = "identity.completeProfile"
    public static let summary = "Fills in parts of the caller's profile and tells what is still missing."
    public static let details = """
        What is not given stays as it is. A profile is complete with a customer type, an affiliation and at least one \
        interest; the first time that it is complete is told to the other services, once. `contactBy` are the channels \
        over which the member agrees to be contacted.
        """
    public typealias Caller = ActingMember
    public typealias Reply = ProfileState
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal { case memberUnknown, notConfirmed, interestsTooMany }
}
