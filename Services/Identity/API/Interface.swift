public import Contract

/// Identity and onboarding: who somebody is, and how he or she is brought in.
public enum IdentityInterface: ServiceInterface {
    public static let service = "identity"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(
        block: 1000,
        [
            "normsOutdated": "The accepted version of the norms is not the one in force.",
            "guardianConsentNeeded": "Below this age a guardian has to consent first.",
            "invitationNeeded": "Joining needs an invitation.",
            "invitationUnknown": "No open invitation has this code.",
            "passwordTooShort": "The password is shorter than this community asks for.",
            "passwordTooCommon": "The password is among those that are guessed first.",
            "codeUnknown": "No code of this kind is known.",
            "codeSpent": "The code was used before.",
            "codeExpired": "The code is no longer valid; ask for a new one.",
            "passwordNeeded": "No password was chosen on registering, so one is needed now.",
            "credentialsRefused":
                "Address and password do not open an account, or wrong guesses have locked it for at most an "
                + "hour, after a hundred of them until the password is reset.",
            "sessionOver": "The session is over; sign in again.",
            "sessionUnknown": "The member has no running session with this id.",
            "keyRefused": "The key opens nothing, or no longer.",
            "invitationsExhausted":
                "The member has sent as many invitations in 30 days as are allowed; the next can go out when the oldest of "
                + "them is 30 days old.",
            "memberUnknown": "No member has this id.",
            "notConfirmed": "The member's e-mail address is not confirmed yet.",
            "interestsTooMany": "A profile has at most twenty interests.",
            "stepCompleted": "The step was completed before.",
            "stepOutOfOrder": "An earlier step of the series has to be completed first.",
            "stepNotDue": "The step is not due yet; `dueAt` of the next step says when it is.",
            "administratorNeeded": "Only an administrator or an API client with the staff scope may do this.",
            "roleHeld": "The member has this role already.",
            "scopesMissing": "An API client needs at least one scope.",
            "scopeNotHeld": "Nobody can give a scope that he or she does not have.",
            "clientUnknown": "No API client has this id.",
        ]
    )
}

/// A method of this service.
public protocol IdentityMethod: Method where Interface == IdentityInterface {}
