public import Contract
import FeedbackAPI
public import Hosting
import IdeasAPI
import IdentityAPI
import Models
public import RewardsAPI
public import TypedSQL

/// Points and what they are exchanged for: the rules by which they follow from what members do elsewhere, the ledger
/// that they are kept in, and the rewards.
public struct RewardsService: HostedService {
    public typealias Interface = RewardsInterface

    let settings: RewardsSettings

    public static let title = "Rewards and points"
    public static let summary = """
        Members earn points for what they do, by rules that staff define over the events of the other services, and \
        exchange them for rewards. Points are kept by double entry: they move between accounts and are never made up or \
        lost, each award expires on its own date, and every movement says why it came about.
        """
    public static let migrations: [Migration] = RewardsMigrations.all
    public static let endpoints: [Endpoint<RewardsService>] = [
        Endpoint(GetBalance.self),
        Endpoint(GetStatement.self),
        Endpoint(ListOffers.self),
        Endpoint(RedeemReward.self),
        Endpoint(ListRedemptions.self),
        Endpoint(GetLeaderboard.self),
        Endpoint(ListRules.self),
        Endpoint(DefineRule.self),
        Endpoint(AwardPoints.self),
        Endpoint(AwardMany.self),
        Endpoint(ChargePoints.self),
        Endpoint(HoldPoints.self),
        Endpoint(PostHold.self),
        Endpoint(VoidHold.self),
        Endpoint(ReverseTransfer.self),
        Endpoint(GivePoints.self),
        Endpoint(OfferReward.self),
        Endpoint(FulfilRedemption.self),
        Endpoint(AuditLedger.self),
        Endpoint(ResumeAccount.self),
        Endpoint(RestockReward.self),
        Endpoint(WithdrawOffer.self),
        Endpoint(GiveGift.self),
        Endpoint(DefineGift.self),
        Endpoint(ListTasks.self),
        Endpoint(CompleteTask.self),
        Endpoint(SimulateRule.self),
        Endpoint(FundBudget.self),
        Endpoint(ListBudgets.self),
        Endpoint(RecordActivity.self),
        Endpoint(ReverseSource.self),
        Endpoint(ReportDevice.self),
        Endpoint(GetReferralReport.self),
    ]
    public static let events: [any Event.Type] = [
        PointsMoved.self, RewardOffered.self, RewardRedeemed.self, RewardFulfilled.self,
        RewardGiven.self, OfferWithdrawn.self,
    ]
    public static let following: [Following<RewardsService>] = [
        Following(IdentityInterface.self, identityReactions),
        Following(IdeasInterface.self, ideasReactions),
        Following(FeedbackInterface.self, feedbackReactions),
    ]
    public static let duties: [Duty<RewardsService>] = [
        Duty("expire-points", every: .seconds(60)) { context in try await expirePoints(in: context) },
        Duty("end-what-is-due", every: .seconds(10)) { context in try await endWhatIsDue(in: context) },
        Duty("audit", every: .seconds(86_400)) { context in _ = try await audit(in: context) },
        Duty("qualify-referrals", every: .seconds(600)) { context in try await qualifyReferrals(in: context) },
    ]

    public init(settings: RewardsSettings) { self.settings = settings }
}

@main struct Main {
    static func main() async { await ServiceMain<RewardsService>.run() }
}
