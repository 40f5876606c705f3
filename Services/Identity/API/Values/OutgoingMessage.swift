public import Models

/// A message that waits to be sent to somebody.
public enum Message: Identified { public static let idPrefix = "msg" }

/// What a message is about; its wording is the sender's.
public enum MessageKind: String, Codable, CaseIterable, Sendable {
    /// Please confirm your address; carries a code for `identity.confirmEmail`.
    case confirmEmail
    /// Somebody registered with your address, and you are a member already.
    case alreadyMember
    /// Choose a new password; carries a code for `identity.resetPassword`.
    case resetPassword
    /// Your password was changed.
    case passwordChanged
    /// You are invited; carries a code for `identity.register`.
    case invitation
    /// A step of the onboarding series is due.
    case onboardingStep
}

/// A message with everything that its sender needs, and nothing else.
public struct OutgoingMessage: Codable, Sendable, Equatable {
    public var message: Message.ID
    public var kind: MessageKind
    /// Absent where the person is no member yet.
    public var member: Member.ID?
    public var address: EmailAddress
    public var name: PersonName?
    public var language: LanguageTag?
    public var code: OneTimeSecret?
    public var invitation: InvitationCode?
    public var step: OnboardingStep?
    public var dueAt: Instant

    public init(
        message: Message.ID,
        kind: MessageKind,
        member: Member.ID?,
        address: EmailAddress,
        name: PersonName?,
        language: LanguageTag?,
        code: OneTimeSecret?,
        invitation: InvitationCode?,
        step: OnboardingStep?,
        dueAt: Instant
    ) {
        self.message = message
        self.kind = kind
        self.member = member
        self.address = address
        self.name = name
        self.language = language
        self.code = code
        self.invitation = invitation
        self.step = step
        self.dueAt = dueAt
    }
}

/// The messages that the caller has now to send.
public struct OutgoingMessages: Codable, Sendable, Equatable {
    public var messages: [OutgoingMessage]
    /// Until when they are the caller's; those not reported as sent by then are given out again.
    public var heldUntil: Instant

    public init(messages: [OutgoingMessage], heldUntil: Instant) {
        self.messages = messages
        self.heldUntil = heldUntil
    }
}
