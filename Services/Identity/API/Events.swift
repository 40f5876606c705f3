public import Contract
public import Models

// What identity tells the others. People appear as opaque ids; nothing here identifies a person.

/// A person asked to join and accepted the norms.
public struct MemberRegistered: Event {
    public var member: Member.ID
    public var source: AcquisitionSource
    /// Who invited the person, where somebody did.
    public var inviter: Actor?
    public static let name = "identity.memberRegistered"
    public static let summary = "A person asked to join and accepted the community's norms."

    public init(member: Member.ID, source: AcquisitionSource, inviter: Actor?) {
        self.member = member
        self.source = source
        self.inviter = inviter
    }
}

/// A member's address was seen to work; from here on he or she may sign in.
public struct EmailConfirmed: Event {
    public var member: Member.ID
    public static let name = "identity.emailConfirmed"
    public static let summary = "A member's e-mail address was confirmed."

    public init(member: Member.ID) { self.member = member }
}

/// Somebody was invited.
public struct PersonInvited: Event {
    public var inviter: Actor
    public static let name = "identity.personInvited"
    public static let summary = "Somebody was invited to join."

    public init(inviter: Actor) { self.inviter = inviter }
}

/// A member signed in: a visit.
public struct MemberSignedIn: Event {
    public var member: Member.ID
    public static let name = "identity.memberSignedIn"
    public static let summary = "A member signed in."

    public init(member: Member.ID) { self.member = member }
}

/// A member's profile became complete: the step that makes an invited person count.
public struct ProfileCompleted: Event {
    public var member: Member.ID
    public var customerType: CustomerType
    /// Who invited the member, where somebody did.
    public var inviter: Actor?
    public static let name = "identity.profileCompleted"
    public static let summary = "A member's profile became complete for the first time."

    public init(member: Member.ID, customerType: CustomerType, inviter: Actor?) {
        self.member = member
        self.customerType = customerType
        self.inviter = inviter
    }
}

/// A member finished one step of the series that brings newcomers in.
public struct OnboardingStepCompleted: Event {
    public var member: Member.ID
    public var step: OnboardingStep
    /// Whether it was the last one.
    public var isLast: Bool
    public static let name = "identity.onboardingStepCompleted"
    public static let summary = "A member finished one step of the onboarding series."

    public init(member: Member.ID, step: OnboardingStep, isLast: Bool) {
        self.member = member
        self.step = step
        self.isLast = isLast
    }
}

/// A session was ended before its time; its tokens must no longer be accepted anywhere.
public struct SessionEnded: Event {
    public var session: Session.ID
    public var member: Member.ID
    /// When the last access token of the session expires by itself, after which the record may be forgotten.
    public var tokensExpire: Instant
    public static let name = "identity.sessionEnded"
    public static let summary = "A session was ended; its tokens are no longer accepted."

    public init(session: Session.ID, member: Member.ID, tokensExpire: Instant) {
        self.session = session
        self.member = member
        self.tokensExpire = tokensExpire
    }
}

/// A member was trusted with a role.
public struct RoleGranted: Event {
    public var member: Member.ID
    public var role: Role
    public var by: Actor
    public static let name = "identity.roleGranted"
    public static let summary = "A member was given a role."

    public init(member: Member.ID, role: Role, by: Actor) {
        self.member = member
        self.role = role
        self.by = by
    }
}
