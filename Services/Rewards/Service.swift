import Contract
import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RewardsAPI
import TypedSQL

/// Points and what they are exchanged for: the rules by which they follow from what members do elsewhere, the ledger
/// that they are kept in, and the rewards.
struct RewardsService: HostedService {
    typealias Interface = RewardsInterface

    let settings: RewardsSettings

    static let title = "Rewards and points"
    static let summary = """
        Members earn points for what they do, by rules that staff define over the events of the other services, and \
        exchange them for rewards. Points are kept by double entry: they move between accounts and are never made up or \
        lost, each award expires on its own date, and every movement says why it came about.
        """
    static let migrations: [Migration] = RewardsMigrations.all
    static let endpoints: [Endpoint<RewardsService>] = [
        Endpoint(GetBalance.self),
        Endpoint(GetStatement.self),
        Endpoint(ListOffers.self),
        Endpoint(RedeemReward.self),
        Endpoint(ListRedemptions.self),
        Endpoint(GetLeaderboard.self),
        Endpoint(ListRules.self),
        Endpoint(DefineRule.self),
        Endpoint(AwardPoints.self),
        Endpoint(OfferReward.self),
        Endpoint(FulfilRedemption.self),
        Endpoint(AuditLedger.self),
    ]
    static let events: [any Event.Type] = [
        PointsAwarded.self, RewardOffered.self, RewardRedeemed.self, RewardFulfilled.self,
    ]
    static let following: [Following<RewardsService>] = [
        Following(IdentityInterface.self, identityReactions),
        Following(IdeasInterface.self, ideasReactions),
        Following(FeedbackInterface.self, feedbackReactions),
    ]
    static let duties: [Duty<RewardsService>] = [
        Duty("expire-points", every: .seconds(60)) { context in try await expirePoints(in: context) }
    ]

    init(settings: RewardsSettings) { self.settings = settings }
}

@main struct Main { static func main() async { await ServiceMain<RewardsService>.run() } }
