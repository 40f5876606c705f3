public import Contract
public import Models

/// Ends sessions of a member.
public struct SignOut: IdentityMethod, Repeatable {
    public var session: Session.ID?
    public var everywhere: Bool?

    public init(session: Session.ID? = nil, everywhere: Bool? = nil) {
        self.session = session
        self.everywhere = everywhere
    }

    public static let name = "identity.signOut"
    public static let summary = "Ends the caller's session, another one of his or hers, or all of them."
    public static let details = """
        Without `session` it is the session of the call's own token. `everywhere` ends every running session of the \
        member. The other services refuse the tokens of an ended session within seconds.
        """
    public typealias Caller = ActingMember
    public typealias Reply = EndedSessions
    /// Another member's session answers as one that does not exist.
    public enum Refusal: String, Contract.Refusal { case sessionUnknown }
}
