public import Contract
public import Models

/// Signs a member in.
public struct SignIn: IdentityMethod {
    public var email: EmailAddress
    public var password: Password

    public init(email: EmailAddress, password: Password) {
        self.email = email
        self.password = password
    }

    public static let name = "identity.signIn"
    public static let summary = "Opens a session for a member and returns its tokens."
    public static let details = """
        An unknown address, a wrong password, an unconfirmed address and a locked account get the same answer after \
        the same work. Five wrong guesses in a row are free; each further one locks the account, first for a second \
        and then for twice as long every time, up to an hour; after a hundred in a row only a new password opens it. \
        Running sessions are not touched by that. When too many people sign in at once the call is refused as busy and \
        may be repeated. A member has a limited number of sessions; the oldest one ends when there are more.
        """
    public static let scope = Scope(service: "identity", access: .write)
    public typealias Caller = Visitor
    public typealias Reply = SessionTokens
    /// One answer for every reason.
    public enum Refusal: String, Contract.Refusal { case credentialsRefused }
}
