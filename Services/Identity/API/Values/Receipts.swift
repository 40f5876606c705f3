public import Models

/// The answer to everybody who registers or asks for a code, whether or not the address was known.
public struct MessagePromise: Codable, Sendable, Equatable {
    /// A message is on its way to the address; what it asks for has to be done before this moment.
    public var validUntil: Instant

    public init(validUntil: Instant) { self.validUntil = validUntil }
}

/// Whether confirming an address looks or acts.
public enum ConfirmationMode: String, Codable, CaseIterable, Sendable {
    /// Tells whether the code is good and changes nothing: what a page shows before the person presses the button.
    case peek
    /// Uses the code up.
    case consume
}

/// What a code did, or would do.
public struct Confirmation: Codable, Sendable, Equatable {
    /// Whether the address is confirmed now; false after a peek.
    public var isConfirmed: Bool
    /// Whether a password has to be given when the code is consumed.
    public var needsPassword: Bool

    public init(isConfirmed: Bool, needsPassword: Bool) {
        self.isConfirmed = isConfirmed
        self.needsPassword = needsPassword
    }
}

/// A password was set; every session that ran before is over.
public struct PasswordChange: Codable, Sendable, Equatable {
    public var changedAt: Instant

    public init(changedAt: Instant) { self.changedAt = changedAt }
}

/// The sessions that were ended.
public struct EndedSessions: Codable, Sendable, Equatable {
    public var sessions: [Session.ID]

    public init(sessions: [Session.ID]) { self.sessions = sessions }
}

/// An invitation to one person.
public enum Invitation: Identified { public static let idPrefix = "inv" }

/// An invitation was accepted for sending.
public struct InvitationReceipt: Codable, Sendable, Equatable {
    public var invitation: Invitation.ID
    /// Until when it can be followed.
    public var expiresAt: Instant

    public init(invitation: Invitation.ID, expiresAt: Instant) {
        self.invitation = invitation
        self.expiresAt = expiresAt
    }
}
