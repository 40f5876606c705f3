public import Contract
public import Models

/// Gives a fresh access token for a refresh token.
public struct RefreshSession: IdentityMethod {
    public var refreshToken: RefreshToken

    public init(refreshToken: RefreshToken) { self.refreshToken = refreshToken }

    public static let name = "identity.refresh"
    public static let summary = "Continues a session: spends a refresh token and returns a new pair of tokens."
    public static let details = """
        A refresh token is spent once. For 10 seconds after that it gives the same successor again, so that a client \
        whose answer was lost, or that asked twice at once, stays signed in. Used any later it must be a stolen copy: \
        the session ends, and with it every token that came of it.
        """
    public static let scope = Scope(service: "identity", access: .write)
    public typealias Caller = Visitor
    public typealias Reply = SessionTokens
    /// One answer for every reason.
    public enum Refusal: String, Contract.Refusal { case sessionOver }
}
