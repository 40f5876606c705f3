public import ArgumentParser
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
    let certificateKeyFile: CertificateKeyFile
    /// Awards of callers who come at the same moment.
    let awards = SharedWrites<Grant, Award>()

    public static let title = "Rewards and points"
    public static let summary = """
        Members earn points for what they do, by rules that staff define over the events of the other services, and \
        exchange them for rewards. Points are kept by double entry: they move between accounts and are never made up or \
        lost, each award expires on its own date, and every movement says why it came about.
        """
    public static let migrations: [Migration] = RewardsMigrations.all
    public static let finalTables = Journal.final
    public static let events: [any Event.Type] = [
        PointsMoved.self, RewardOffered.self, RewardRedeemed.self, RewardFulfilled.self,
        LevelReached.self, LevelLost.self, LevelEnding.self, BadgeGiven.self, BadgeRevoked.self,
        CollectionCompleted.self, CourseCompleted.self, CertificateRevoked.self, PlaceGranted.self,
        LectureAttended.self,
        RewardGiven.self, OfferWithdrawn.self, CouponUsed.self, DrawClosed.self, DrawResolved.self, DrawCancelled.self,
        OutlayRequested.self, OutlayDecided.self,
    ]
    public static let following: [Following<RewardsService>] = [
        .earning(IdentityInterface.self, identityEarnings, besides: identityReactions),
        .earning(IdeasInterface.self, ideasEarnings, besides: ideasReactions),
        .earning(FeedbackInterface.self, feedbackEarnings),
    ]
    public static let duties: [Duty<RewardsService>] = [
        Duty("expire-points", every: .seconds(60)) { context in try await expirePoints(in: context) },
        Duty("end-what-is-due", every: .seconds(10)) { context in try await endWhatIsDue(in: context) },
        Duty("review-standing", every: .seconds(10)) { context in try await reviewStanding(in: context) },
        Duty("audit", every: .seconds(86_400)) { context in _ = try await audit(in: context) },
        Duty("reconcile", every: .seconds(86_400)) { context in try await reconcile(in: context) },
        Duty("qualify-referrals", every: .seconds(600)) { context in try await qualifyReferrals(in: context) },
        Duty("close-draws", every: .seconds(10)) { context in try await closeDraws(in: context) },
        Duty("refund-entries", every: .seconds(30)) { context in try await refundEntries(in: context) },
    ]

    public static var commands: [any ParsableCommand.Type] { [Recompute.self] }

    public init(settings: RewardsSettings) {
        self.settings = settings
        certificateKeyFile = CertificateKeyFile(path: settings.certificateKeyPath)
    }
}

@main struct Main {
    static func main() async { await ServiceMain<RewardsService>.run() }
}
