public import Contract
public import Models

/// Looks at a confirmation code, or uses it up.
public struct ConfirmEmail: IdentityMethod {
    public var code: OneTimeSecret
    public var mode: ConfirmationMode
    public var password: Password?

    public init(code: OneTimeSecret, mode: ConfirmationMode, password: Password? = nil) {
        self.code = code
        self.mode = mode
        self.password = password
    }

    public static let name = "identity.confirmEmail"
    public static let summary = "Confirms that a person reads the mailbox that he or she registered with."
    public static let details = """
        Mail scanners follow links, so a link opens a page that peeks, and the person's own click consumes. A peek \
        changes nothing; a code is consumed once. A password given here replaces the one of the registration. Nobody \
        is signed in by a code.
        """
    public static let scope = Scope(service: "identity", access: .write)
    public typealias Caller = Visitor
    public typealias Reply = Confirmation
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal {
        case codeUnknown, codeSpent, codeExpired, passwordNeeded, passwordTooShort, passwordTooCommon
    }
}
