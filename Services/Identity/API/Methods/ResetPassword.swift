public import Contract
public import Models

/// Chooses a new password with a code that was sent to the member's mailbox.
public struct ResetPassword: IdentityMethod {
    public var code: OneTimeSecret
    public var password: Password

    public init(code: OneTimeSecret, password: Password) {
        self.code = code
        self.password = password
    }

    public static let name = "identity.resetPassword"
    public static let summary = "Sets a new password with a code from the mailbox, and ends every running session."
    public static let details = """
        It also lifts the lock that wrong guesses put on the account. The member is told by a message. Nobody is \
        signed in by a code.
        """
    public static let scope = Scope(service: "identity", access: .write)
    public typealias Caller = Visitor
    public typealias Reply = PasswordChange
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal {
        case codeUnknown, codeSpent, codeExpired, passwordTooShort, passwordTooCommon
    }
}
