public import Contract
public import Models

/// Exchanges the key of an API client for a short-lived access token.
public struct IssueToken: IdentityMethod {
    public var key: ClientKey

    public init(key: ClientKey) { self.key = key }

    public static let name = "identity.issueToken"
    public static let summary = "Exchanges the key of an API client for an access token of a few minutes."
    public typealias Caller = Visitor
    public typealias Reply = ClientToken
    /// One answer for every reason.
    public enum Refusal: String, Contract.Refusal { case keyRefused }
}
