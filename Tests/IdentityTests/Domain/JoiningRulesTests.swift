import IdentityAPI
import Models
import Testing

@testable import Identity

struct JoiningRulesTests {
    let today: Day
    let rules: JoiningRules
    let fine: JoiningRules.Applicant

    init() throws {
        today = try Day(wire: "2026-09-21")
        rules = JoiningRules(norms: try NormsVersion(wire: 3), guardianAge: 16, needsInvitation: true)
        fine = JoiningRules.Applicant(
            acceptedNorms: try NormsVersion(wire: 3),
            birthDay: try Day(wire: "2010-09-21"),
            hasGuardianConsent: false,
            invitation: .open,
            passwordFlaw: nil
        )
    }

    @Test func sixteenTodayIsOldEnough() throws { try rules.check(fine, on: today) }

    @Test func theFirstReasonIsTheOneThatIsGiven() throws {
        var applicant = fine
        applicant.acceptedNorms = try NormsVersion(wire: 2)
        applicant.birthDay = try Day(wire: "2010-09-22")
        applicant.invitation = .none
        applicant.passwordFlaw = .tooShort
        #expect(throws: Register.Refusal.normsOutdated) { try rules.check(applicant, on: today) }
        applicant.acceptedNorms = rules.norms
        #expect(throws: Register.Refusal.guardianConsentNeeded) { try rules.check(applicant, on: today) }
        applicant.hasGuardianConsent = true
        #expect(throws: Register.Refusal.invitationNeeded) { try rules.check(applicant, on: today) }
        applicant.invitation = .unknown
        #expect(throws: Register.Refusal.invitationUnknown) { try rules.check(applicant, on: today) }
        applicant.invitation = .open
        #expect(throws: Register.Refusal.passwordTooShort) { try rules.check(applicant, on: today) }
        applicant.passwordFlaw = .tooCommon
        #expect(throws: Register.Refusal.passwordTooCommon) { try rules.check(applicant, on: today) }
    }

    @Test func anOpenCommunityNeedsNoInvitationButRefusesAWrongOne() throws {
        var (open, applicant) = (rules, fine)
        open.needsInvitation = false
        applicant.invitation = .none
        try open.check(applicant, on: today)
        applicant.invitation = .unknown
        #expect(throws: Register.Refusal.invitationUnknown) { try open.check(applicant, on: today) }
    }
}
