public import Contract
public import Models

/// Creates an API client.
public struct CreateClient: IdentityMethod {
    public var title: Title
    public var scopes: [ScopeName]
    public var days: Quantity?

    public init(title: Title, scopes: [ScopeName], days: Quantity? = nil) {
        self.title = title
        self.scopes = scopes
        self.days = days
    }

    public static let name = "identity.createClient"
    public static let summary = "Creates an API client and returns its key, which is shown this once."
    public static let details = """
        The key opens for `days` days, 365 if not given and at most 730. An API client can pass on only scopes that it \
        has itself. The call takes no idempotency key, because a stored answer would be a stored key: a client whose \
        answer was lost is revoked, and another one created.
        """
    public typealias Caller = StaffMember
    public typealias Reply = CreatedClient
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal { case administratorNeeded, scopesMissing, scopeNotHeld }
}
