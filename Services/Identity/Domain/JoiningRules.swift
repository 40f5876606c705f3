import IdentityAPI
import Models

/// Who may join.
struct JoiningRules: Sendable {
    /// The version of the norms that is in force.
    var norms: NormsVersion
    /// Below this age, in years, a guardian has to consent.
    var guardianAge: Int
    var needsInvitation: Bool

    /// What has been found out about one registration.
    struct Applicant: Sendable {
        var acceptedNorms: NormsVersion
        var birthDay: Day
        /// Said by a backend that may say so.
        var hasGuardianConsent: Bool
        var invitation: InvitationState
        /// Nil where no password was given yet.
        var passwordFlaw: PasswordFlaw?
    }

    enum InvitationState: Sendable { case none, unknown, open }

    func check(_ applicant: Applicant, on today: Day) throws(Register.Refusal) {
        guard applicant.acceptedNorms == norms else { throw .normsOutdated }
        let age = Age.years(from: applicant.birthDay, on: today)
        guard age >= guardianAge || applicant.hasGuardianConsent else { throw .guardianConsentNeeded }
        if needsInvitation, applicant.invitation == .none { throw .invitationNeeded }
        guard applicant.invitation != .unknown else { throw .invitationUnknown }
        switch applicant.passwordFlaw {
        case .tooShort: throw .passwordTooShort
        case .tooCommon: throw .passwordTooCommon
        case nil: return
        }
    }
}
