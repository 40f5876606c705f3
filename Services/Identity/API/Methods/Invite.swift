public import Contract
public import Models

/// Invites a person.
public struct Invite: IdentityMethod, Repeatable {
    public var email: EmailAddress
    public var name: PersonName?
    public var language: LanguageTag?

    public init(email: EmailAddress, name: PersonName? = nil, language: LanguageTag? = nil) {
        self.email = email
        self.name = name
        self.language = language
    }

    public static let name = "identity.invite"
    public static let summary = "Invites a person by a message, and remembers who invited."
    public static let details = """
        The answer is the same whether or not the person is a member. An invitation can be followed by one person; who \
        sent it is named as the inviter once that person's address is confirmed. A member can send a limited number in \
        30 days.
        """
    public typealias Caller = Reader
    public typealias Reply = InvitationReceipt
    public enum Refusal: String, Contract.Refusal { case invitationsExhausted }
}
