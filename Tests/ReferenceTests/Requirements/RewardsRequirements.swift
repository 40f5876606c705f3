/// What rewards and points must do.
enum RewardsRequirements {
    static let rows = Requirement.table(earning + "\n" + spending + "\n" + effect)

    /// What keeps the ledger itself in order and serves every row.
    static let running = [
        "audit", "resume", "reverse", "post", "void", "events.read", "events.parked", "events.retry", "gaps", "adjust",
        "adjustments", "decideAdjustment", "erase",
    ]

    private static let earning = """
        R-01 | Ideas, shared experience and answered surveys earn | defineRule rules award | ruleGivesPointsForAnEvent everyEventOfTheListEarns
        R-02 | Coupons, vouchers and physical prizes | offer openCouponPool importCoupons couponPools | aPriceCanBeInAnyAsset eachCodeGoesToOneMember
        R-03 | Points for activity | award awardMany recordActivity balance | awardGivesPointsAndTells activityEarnsByItsDataAndShares
        R-04 | Points are exchanged in a catalogue | catalogue redeem fulfil redemptions restock withdrawOffer | redeemTakesPointsAndPieces catalogueShowsWhatIsOnOfferNow
        R-05 | Levels by contribution and by points | defineLevels level levels setLevel | levelFollowsFromWhatWasDone onlyWhatWasEarnedCounts
        R-06 | Privileges of each level | privileges | aLevelBringsThePrivilegesOfThoseBelow privilegesComeWithTheLevel
        R-07 | Courses | defineCourse course courses completeLesson sitTest | aCourseIsReadWithoutItsAnswers theLastLessonCompletesACourseWithoutTest
        R-08 | Certificates | certificate certificates certificateKeys revokeCertificate | aCertificateIsAnOpenBadge opensslVerifiesACertificate aRevokedCertificateSaysSo
        R-09 | Lectures by experts | announceLecture lectures bookLecture bookings cancelBooking recordAttendance | whoFindsNoPlaceWaits attendanceIsNoted
        R-10 | Rewards to each member's needs and habits | catalogue offer | anOfferCanBeForSomeCustomerTypes
        R-11 | Petals become a discount at purchase | charge useCoupon | chargeKeepsAssetsApart aCouponIsUsedOnce
        R-12 | Prize draws | openDraw enterDraw closeDraw drawPool resolveDraw draw draws cancelDraw | winnersFollowFromPoolAndNumbersAlone
        R-13 | Products given free | giveGift defineGift | aGiftMovesNoPointsAndTakesAPiece
        R-14 | Activity unlocks discounts | level offer | anOfferCanAskForALevel
        """
    private static let spending = """
        R-15 | Participation online and offline is rewarded | recordActivity recordAttendance | activityEarnsOnceAndAnswersTheSame attendanceIsNoted
        R-16 | Budgets of groups for their activities | fundBudget budgets reduceBudget requestOutlay decideOutlay outlays returnOutlay | groupsPayFromTheirOwnBudget approvalPaysFromTheBudget
        R-17 | Praise and answers by others earn | give defineRule | giftKeepsItsExpiry everyEventOfTheListEarns
        R-18 | Opportunities as rewards | offer privileges | offerIsTold
        R-19 | Collectable items | defineCollection collections giveItem | collectionsTellWhatIsMissing aCompleteSetIsNoticed
        R-20 | Badges | defineBadge badges giveBadge revokeBadge memberBadges | badgesAreGivenByRuleAlsoForThePast aRevokedBadgeStaysRevoked
        R-21 | Branded gifts | giveGift offer restock | theLastPieceIsGivenOrSoldOnce
        R-22 | Invitations to product tests | offer redeem | anOfferCanBeForSomeCustomerTypes
        R-23 | Early access | offer privileges | catalogueShowsWhatIsOnOfferNow
        R-24 | Price reductions on events | offer claimCoupon | eachCodeGoesToOneMember
        R-25 | Access to executives | offer tasks | ordersAndGiftsAreTasksUntilTheyAreHandedOver
        R-26 | Recognition for long-term participation | leaderboard streak setVisibility | leaderboardStatesTies streaksCountDaysAndWeeks whoHidesHasNoPlace
        R-27 | Referral pays after qualification | defineRule reportDevice | aReferralIsPaidWhenItQualifies circlesEarnNothing aSharedDeviceIsNotRewarded
        R-28 | Cost per acquired member | acquisitionCost | acquisitionIsDividedByThoseWhoQualified
        R-29 | Unpaid sharing is measured apart from paid referral | referralReport | reportCountsHowFarEachCame
        """
    private static let effect = """
        R-30 | Coupons lead visitors of the shop into the community | importCoupons coupons useCoupon | aCouponIsUsedOnce
        R-31 | Promotions | simulateRule defineRule | multiplierAppliesInItsWindow simulationAgreesWithTheRule
        R-32 | Depth of the referral chain | referralReport | rewardsDecayUpTheChain reportCountsHowFarEachCame
        R-33 | Seed users first; propagation is measured from them | referralReport | chainEndsAtASeed
        R-34 | Content on demand for active readers | offer redeem fulfil | deliveryIsTold
        R-35 | Thanks by phone within 30 days | tasks completeTask | aSelectedIdeaMakesOneThankYouCall aTaskIsDoneOnceInARace
        R-36 | Gatherings for active members | announceLecture offer | theLastPlacesGoToOneEach
        R-37 | A solution rewards both sides | defineRule | everyEventOfTheListEarns
        R-38 | Extra services pay and are paid in points | charge hold recordActivity | chargeTakesPointsAndHappensOnce holdLowersWhatIsAvailable
        R-39 | The loyalty effect is measured | engagementEffect | engagementIsComparedBeforeAndAfter
        R-40 | What members value is seen in what they do | memberBadges statement statementFile why | statementSaysWhy
        R-41 | Rewards are judged by later engagement | engagementEffect ruleEffects | engagementIsComparedBeforeAndAfter
        R-42 | Early information as status | privileges offer | privilegesComeWithTheLevel
        R-43 | Budget and effect can be adjusted | budgets ruleEffects simulateRule reverseSource liability reportFile | liabilityIsListedByTheMonthOfExpiry
        """
}
