import Contract
import Models
import RewardsAPI
import Testing

/// Every reason has its number, and every number is some method's reason.
@Test func refusalsAreThoseOfTheTable() {
    let used: [[String]] = [
        reasons(DefineRule.Refusal.self),
        reasons(GetBalance.Refusal.self),
        reasons(GetStatement.Refusal.self),
        reasons(AwardPoints.Refusal.self),
        reasons(OfferReward.Refusal.self),
        reasons(RedeemReward.Refusal.self),
        reasons(FulfilRedemption.Refusal.self),
        reasons(GetLeaderboard.Refusal.self),
        reasons(ListRedemptions.Refusal.self),
        reasons(ChargePoints.Refusal.self),
        reasons(HoldPoints.Refusal.self),
        reasons(PostHold.Refusal.self),
        reasons(VoidHold.Refusal.self),
        reasons(ReverseTransfer.Refusal.self),
        reasons(GivePoints.Refusal.self),
        reasons(ResumeAccount.Refusal.self),
        reasons(AwardMany.Refusal.self),
        reasons(RestockReward.Refusal.self),
        reasons(WithdrawOffer.Refusal.self),
        reasons(GiveGift.Refusal.self),
        reasons(DefineGift.Refusal.self),
        reasons(CompleteTask.Refusal.self),
        reasons(SimulateRule.Refusal.self),
        reasons(FundBudget.Refusal.self),
        reasons(RecordActivity.Refusal.self),
        reasons(ReverseSource.Refusal.self),
        reasons(ReportDevice.Refusal.self),
        reasons(GetReferralReport.Refusal.self),
        reasons(DefineLevels.Refusal.self),
        reasons(GetLevel.Refusal.self),
        reasons(SetLevel.Refusal.self),
        reasons(DefineBadge.Refusal.self),
        reasons(GiveBadge.Refusal.self),
        reasons(RevokeBadge.Refusal.self),
        reasons(DefineCollection.Refusal.self),
        reasons(GiveItem.Refusal.self),
        reasons(DefineCourse.Refusal.self),
        reasons(SitTest.Refusal.self),
        reasons(CompleteLesson.Refusal.self),
        reasons(AnnounceLecture.Refusal.self),
        reasons(BookLecture.Refusal.self),
        reasons(RecordAttendance.Refusal.self),
        reasons(RevokeCertificate.Refusal.self),
    ]
    #expect(Set((used + spending + steering).joined()) == Set(RewardsInterface.refusals.entries.map(\.reason)))
}

private let steering: [[String]] = [
    reasons(ExplainNumber.Refusal.self),
    reasons(AdjustPoints.Refusal.self),
    reasons(DecideAdjustment.Refusal.self),
    reasons(EraseMember.Refusal.self),
    reasons(ListRuleEffects.Refusal.self),
    reasons(GetAcquisitionCost.Refusal.self),
    reasons(GetEngagementEffect.Refusal.self),
]

private let spending: [[String]] = [
    reasons(OpenCouponPool.Refusal.self),
    reasons(ImportCoupons.Refusal.self),
    reasons(ClaimCoupon.Refusal.self),
    reasons(ListCoupons.Refusal.self),
    reasons(UseCoupon.Refusal.self),
    reasons(OpenDraw.Refusal.self),
    reasons(EnterDraw.Refusal.self),
    reasons(CloseDraw.Refusal.self),
    reasons(ResolveDraw.Refusal.self),
    reasons(GetDraw.Refusal.self),
    reasons(CancelDraw.Refusal.self),
    reasons(ListDrawPool.Refusal.self),
    reasons(ReduceBudget.Refusal.self),
    reasons(RequestOutlay.Refusal.self),
    reasons(DecideOutlay.Refusal.self),
    reasons(ReturnOutlay.Refusal.self),
]

/// One of many awards is refused for what a single one is refused for.
@Test func refusalsOfManyAreThoseOfOne() {
    #expect(AwardRefusal.allCases.map(\.rawValue) == reasons(AwardPoints.Refusal.self))
}

/// Published numbers never change their meaning.
@Test func refusalsKeepTheirNumbers() {
    #expect(RewardsInterface.refusals["memberNeeded"]?.code == 3001)
    #expect(RewardsInterface.refusals["insufficientPoints"]?.code == 3011)
    #expect(RewardsInterface.refusals["redemptionClosed"]?.code == 3013)
}

private func reasons<R: Contract.Refusal>(_ type: R.Type) -> [String] { R.allCases.map(\.rawValue) }
