public import Contract
public import Models

/// Asks for a code with which a new password can be chosen.
public struct RequestPasswordReset: IdentityMethod {
    public var email: EmailAddress

    public init(email: EmailAddress) { self.email = email }

    public static let name = "identity.requestPasswordReset"
    public static let summary = "Sends a code for choosing a new password, where the address belongs to a member."
    public static let details = """
        The answer is the same whether or not the address is known. At most five codes an hour are sent to one member.
        """
    public static let scope = Scope(service: "identity", access: .write)
    public typealias Caller = Visitor
    public typealias Reply = MessagePromise
}
