public import Contract
public import Models

/// Asks to join the community.
public struct Register: IdentityMethod {
    public var name: PersonName
    public var email: EmailAddress
    public var acceptedNorms: NormsVersion
    public var source: AcquisitionSource
    public var birthDay: Day
    public var password: Password?
    public var invitation: InvitationCode?
    public var language: LanguageTag?
    public var guardianConsent: Sentence?

    public init(
        name: PersonName,
        email: EmailAddress,
        acceptedNorms: NormsVersion,
        source: AcquisitionSource,
        birthDay: Day,
        password: Password? = nil,
        invitation: InvitationCode? = nil,
        language: LanguageTag? = nil,
        guardianConsent: Sentence? = nil
    ) {
        self.name = name
        self.email = email
        self.acceptedNorms = acceptedNorms
        self.source = source
        self.birthDay = birthDay
        self.password = password
        self.invitation = invitation
        self.language = language
        self.guardianConsent = guardianConsent
    }

    public static let name = "identity.register"
    public static let summary = "Registers a person who accepts the norms, and sends a code to the address."
    public static let details = """
        The answer is the same whether or not the address is known: who reads the mailbox learns the rest there. The \
        code brings the password of its own registration into force, so nobody can prepare an account for a stranger's \
        address. Of the birthday only the year is kept. How a guardian consented (`guardianConsent`) counts only from \
        an API client with the scope `identity:staff`. Sending it again does no harm and sends another code, at most \
        five an hour; it takes no idempotency key, because no trace of a password may stay behind.
        """
    public static let scope = Scope(service: "identity", access: .write)
    public typealias Caller = Visitor
    public typealias Reply = MessagePromise
    /// In order of precedence.
    public enum Refusal: String, Contract.Refusal {
        case normsOutdated, guardianConsentNeeded, invitationNeeded, invitationUnknown, passwordTooShort,
            passwordTooCommon
    }
}
