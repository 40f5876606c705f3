import Contract
import Hosting
import Models
import RPC
import Support
import Testing

@testable import Hosting

/// Every method as every kind of caller: who is let in stands here once more, written from the rules and not from the
/// declarations, so that a change of either is seen.
///
/// The rules: anybody may ask for what is public, join and sign in. Whoever has a token reads; a backend needs the scope
/// `read` for that and `write` to change something. What a member does, only members do, and backends that act for one
/// (`acting`, with the scope `members:act` alone). What experts do, nobody else does, staff neither. Staff's work is
/// done by moderators, managers and administrators, and by backends with the scope `staff`, which neither `read` nor
/// `write` stands for; a backend that acts for a manager is not thereby staff. Another service follows events and reads.
@Suite struct CallerMatrixTests {
    @Test func everyMethodAsEveryKindOfCaller() async throws {
        let matrix = CallerMatrix()
        try await FourServices.run(matrix)
        let expected = Self.expected.split(separator: "\n").map(CallerMatrix.words)
        let cells = Dictionary(expected.map { ($0[0], $0.dropFirst().joined()) }) { first, _ in first }
        #expect(cells.count == expected.count, "a method stands in the table once")
        let found = await matrix.lines.all
        for line in found {
            guard let known = cells[line[0]] else {
                Issue.record("missing from the table: \(line.joined(separator: " "))")
                continue
            }
            for (column, (now, before)) in zip(CallerMatrix.columns, zip(line[1], known)) where now != before {
                Issue.record("\(line[0]) called by \(column): \(now), where the table says \(before)")
            }
            #expect(known.count == CallerMatrix.columns.count, "\(line[0])")
        }
        #expect(Set(cells.keys).subtracting(found.map { $0[0] }) == [], "in the table and in no service")
    }

    /// `y`: let in, whatever the method says then; `n`: PERMISSION_DENIED; `-`: UNAUTHENTICATED.
    ///
    /// Each line has the callers of ``CallerMatrix/columns``: without a valid token (nobody, one whose token is garbled,
    /// one whose token has expired); members (without a role, expert, moderator, manager, administrator); backends (with
    /// a scope of another service, `read`, `write`, `staff`); a backend that acts for a member, and another service.
    static let expected = """
        identity.register                y--  yyyyy  yyyy  yy
        identity.confirmEmail            y--  yyyyy  yyyy  yy
        identity.requestPasswordReset    y--  yyyyy  yyyy  yy
        identity.resetPassword           y--  yyyyy  yyyy  yy
        identity.signIn                  y--  yyyyy  yyyy  yy
        identity.refresh                 y--  yyyyy  yyyy  yy
        identity.issueToken              y--  yyyyy  yyyy  yy
        identity.publicKeys              y--  yyyyy  yyyy  yy
        identity.signOut                 ---  yyyyy  nnnn  yn
        identity.completeProfile         ---  yyyyy  nnnn  yn
        identity.nextOnboardingStep      ---  yyyyy  nnnn  yn
        identity.completeOnboardingStep  ---  yyyyy  nnnn  yn
        identity.invite                  ---  yyyyy  nnyn  yn
        identity.member                  ---  yyyyy  nynn  yy
        identity.members                 ---  nnyyy  nnny  nn
        identity.grantRole               ---  nnyyy  nnny  nn
        identity.createClient            ---  nnyyy  nnny  nn
        identity.revokeClient            ---  nnyyy  nnny  nn
        identity.outgoingMessages        ---  nnnnn  nnny  nn
        ideas.campaigns                  y--  yyyyy  yyyy  yy
        ideas.campaign                   y--  yyyyy  yyyy  yy
        ideas.result                     y--  yyyyy  yyyy  yy
        ideas.ballots                    y--  yyyyy  yyyy  yy
        ideas.scorecards                 y--  yyyyy  yyyy  yy
        ideas.list                       ---  yyyyy  nynn  yy
        ideas.search                     ---  yyyyy  nynn  yy
        ideas.idea                       ---  yyyyy  nynn  yy
        ideas.submit                     ---  yyyyy  nnnn  yn
        ideas.comment                    ---  yyyyy  nnnn  yn
        ideas.vote                       ---  yyyyy  nnnn  yn
        ideas.score                      ---  nynnn  nnnn  nn
        ideas.declareConflict            ---  nynnn  nnnn  nn
        ideas.openCampaign               ---  nnyyy  nnny  nn
        ideas.closePhase                 ---  nnyyy  nnny  nn
        ideas.select                     ---  nnyyy  nnny  nn
        ideas.answer                     ---  nnyyy  nnny  nn
        ideas.importBallots              ---  nnyyy  nnny  nn
        rewards.balance                  ---  yyyyy  nynn  yy
        rewards.statement                ---  yyyyy  nynn  yy
        rewards.catalogue                ---  yyyyy  nynn  yy
        rewards.redemptions              ---  yyyyy  nynn  yy
        rewards.leaderboard              ---  yyyyy  nynn  yy
        rewards.rules                    ---  yyyyy  nynn  yy
        rewards.redeem                   ---  yyyyy  nnnn  yn
        rewards.defineRule               ---  nnyyy  nnny  nn
        rewards.award                    ---  nnyyy  nnny  nn
        rewards.awardMany                ---  nnyyy  nnny  nn
        rewards.charge                   ---  nnyyy  nnny  nn
        rewards.hold                     ---  nnyyy  nnny  nn
        rewards.post                     ---  nnyyy  nnny  nn
        rewards.void                     ---  nnyyy  nnny  nn
        rewards.reverse                  ---  nnyyy  nnny  nn
        rewards.resume                   ---  nnyyy  nnny  nn
        rewards.give                     ---  yyyyy  nnnn  yn
        rewards.offer                    ---  nnyyy  nnny  nn
        rewards.fulfil                   ---  nnyyy  nnny  nn
        rewards.audit                    ---  nnyyy  nnny  nn
        rewards.announceLecture          ---  nnyyy  nnny  nn
        rewards.badges                   ---  yyyyy  nynn  yy
        rewards.bookLecture              ---  yyyyy  nnnn  yn
        rewards.bookings                 ---  nnyyy  nnny  nn
        rewards.budgets                  ---  nnyyy  nnny  nn
        rewards.cancelBooking            ---  yyyyy  nnnn  yn
        rewards.certificate              y--  yyyyy  yyyy  yy
        rewards.certificateKeys          y--  yyyyy  yyyy  yy
        rewards.certificates             ---  yyyyy  nynn  yy
        rewards.collections              ---  yyyyy  nynn  yy
        rewards.completeLesson           ---  yyyyy  nnnn  yn
        rewards.completeTask             ---  nnyyy  nnny  nn
        rewards.course                   ---  yyyyy  nynn  yy
        rewards.courses                  ---  yyyyy  nynn  yy
        rewards.defineBadge              ---  nnyyy  nnny  nn
        rewards.defineCollection         ---  nnyyy  nnny  nn
        rewards.defineCourse             ---  nnyyy  nnny  nn
        rewards.defineGift               ---  nnyyy  nnny  nn
        rewards.defineLevels             ---  nnyyy  nnny  nn
        rewards.fundBudget               ---  nnyyy  nnny  nn
        rewards.giveBadge                ---  nnyyy  nnny  nn
        rewards.giveGift                 ---  nnyyy  nnny  nn
        rewards.giveItem                 ---  nnyyy  nnny  nn
        rewards.lectures                 ---  yyyyy  nynn  yy
        rewards.level                    ---  yyyyy  nynn  yy
        rewards.levels                   ---  yyyyy  nynn  yy
        rewards.memberBadges             ---  yyyyy  nynn  yy
        rewards.privileges               ---  yyyyy  nynn  yy
        rewards.recordActivity           ---  nnnnn  nnyn  nn
        rewards.recordAttendance         ---  nnyyy  nnny  nn
        rewards.referralReport           ---  nnyyy  nnny  nn
        rewards.reportDevice             ---  nnnnn  nnyn  nn
        rewards.restock                  ---  nnyyy  nnny  nn
        rewards.reverseSource            ---  nnyyy  nnny  nn
        rewards.revokeBadge              ---  nnyyy  nnny  nn
        rewards.revokeCertificate        ---  nnyyy  nnny  nn
        rewards.setLevel                 ---  nnyyy  nnny  nn
        rewards.setVisibility            ---  yyyyy  nnnn  yn
        rewards.simulateRule             ---  nnyyy  nnny  nn
        rewards.sitTest                  ---  yyyyy  nnnn  yn
        rewards.streak                   ---  yyyyy  nynn  yy
        rewards.tasks                    ---  nnyyy  nnny  nn
        rewards.withdrawOffer            ---  nnyyy  nnny  nn
        rewards.acquisitionCost          ---  nnyyy  nnny  nn
        rewards.adjust                   ---  nnyyy  nnny  nn
        rewards.adjustments              ---  nnyyy  nnny  nn
        rewards.cancelDraw               ---  nnyyy  nnny  nn
        rewards.claimCoupon              ---  yyyyy  nnnn  yn
        rewards.closeDraw                ---  nnyyy  nnny  nn
        rewards.couponPools              ---  nnyyy  nnny  nn
        rewards.coupons                  ---  yyyyy  nynn  yy
        rewards.decideAdjustment         ---  nnyyy  nnny  nn
        rewards.decideOutlay             ---  nnyyy  nnny  nn
        rewards.draw                     ---  yyyyy  nynn  yy
        rewards.drawPool                 ---  yyyyy  nynn  yy
        rewards.draws                    ---  yyyyy  nynn  yy
        rewards.engagementEffect         ---  nnyyy  nnny  nn
        rewards.enterDraw                ---  yyyyy  nnnn  yn
        rewards.erase                    ---  nnyyy  nnny  nn
        rewards.gaps                     ---  nnyyy  nnny  nn
        rewards.importCoupons            ---  nnyyy  nnny  nn
        rewards.liability                ---  nnyyy  nnny  nn
        rewards.openCouponPool           ---  nnyyy  nnny  nn
        rewards.openDraw                 ---  nnyyy  nnny  nn
        rewards.outlays                  ---  yyyyy  nynn  yy
        rewards.reduceBudget             ---  nnyyy  nnny  nn
        rewards.reportFile               ---  nnyyy  nnny  nn
        rewards.requestOutlay            ---  yyyyy  nnyn  yn
        rewards.resolveDraw              ---  nnyyy  nnny  nn
        rewards.returnOutlay             ---  nnyyy  nnny  nn
        rewards.ruleEffects              ---  nnyyy  nnny  nn
        rewards.statementFile            ---  yyyyy  nynn  yy
        rewards.useCoupon                ---  nnyyy  nnny  nn
        rewards.why                      ---  yyyyy  nynn  yy
        feedback.submit                  ---  yyyyy  nnyn  yn
        feedback.mine                    ---  yyyyy  nnnn  yn
        feedback.surveys                 ---  yyyyy  nynn  yy
        feedback.survey                  ---  yyyyy  nynn  yy
        feedback.frequencyTable          ---  yyyyy  nynn  yy
        feedback.answerSurvey            ---  yyyyy  nnnn  yn
        feedback.inbox                   ---  nnyyy  nnny  nn
        feedback.submission              ---  nnyyy  nnny  nn
        feedback.assign                  ---  nnyyy  nnny  nn
        feedback.reply                   ---  nnyyy  nnny  nn
        feedback.openSurvey              ---  nnyyy  nnny  nn
        feedback.surveyTexts             ---  nnyyy  nnny  nn
        feedback.weeklyReport            ---  nnyyy  nnny  nn
        identity.events.read             ---  nnnnn  nynn  ny
        identity.events.parked           ---  nnyyy  nnny  nn
        identity.events.retry            ---  nnyyy  nnny  nn
        ideas.events.read                ---  nnnnn  nynn  ny
        ideas.events.parked              ---  nnyyy  nnny  nn
        ideas.events.retry               ---  nnyyy  nnny  nn
        rewards.events.read              ---  nnnnn  nynn  ny
        rewards.events.parked            ---  nnyyy  nnny  nn
        rewards.events.retry             ---  nnyyy  nnny  nn
        feedback.events.read             ---  nnnnn  nynn  ny
        feedback.events.parked           ---  nnyyy  nnny  nn
        feedback.events.retry            ---  nnyyy  nnny  nn
        """
}
