public import Contract

/// What points can be earned by: an event of the services, or one of the company's own backends, whose names begin with
/// `custom.`.
public struct EarningEvent: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard Self.followed.contains(where: { $0.wire == wire }) || Self.isOwn(wire) else {
            throw InvalidValue("must be an event that earns, or custom. followed by a name in camel case")
        }
        self.wire = wire
    }

    private init(_ name: String) { wire = name }

    public static let memberRegistered = EarningEvent("identity.memberRegistered")
    public static let emailConfirmed = EarningEvent("identity.emailConfirmed")
    public static let personInvited = EarningEvent("identity.personInvited")
    public static let memberSignedIn = EarningEvent("identity.memberSignedIn")
    public static let profileCompleted = EarningEvent("identity.profileCompleted")
    public static let onboardingStepCompleted = EarningEvent("identity.onboardingStepCompleted")
    public static let ideaSubmitted = EarningEvent("ideas.ideaSubmitted")
    public static let commentPosted = EarningEvent("ideas.commentPosted")
    /// Only the first ballot of a member in a campaign earns; changing it does not.
    public static let ballotCast = EarningEvent("ideas.ballotCast")
    public static let ideaScored = EarningEvent("ideas.ideaScored")
    public static let ideaSelected = EarningEvent("ideas.ideaSelected")
    /// The company answered an idea; the word `status` says what it answered.
    public static let ideaAnswered = EarningEvent("ideas.ideaAnswered")
    public static let feedbackReceived = EarningEvent("feedback.feedbackReceived")
    public static let surveyAnswered = EarningEvent("feedback.surveyAnswered")
    /// Somebody whom a member had invited completed the profile and contributed something for the first time; never on
    /// a circle of invitations, for oneself, or on a shared device.
    public static let referralQualified = EarningEvent("rewards.referralQualified")

    /// Those that the services tell, and this one itself, in the order of their appearance in a member's life.
    public static let followed: [EarningEvent] = [
        memberRegistered, emailConfirmed, personInvited, memberSignedIn, profileCompleted, onboardingStepCompleted,
        ideaSubmitted, commentPosted, ballotCast, ideaScored, ideaSelected, ideaAnswered, feedbackReceived,
        surveyAnswered, referralQualified,
    ]

    /// Whether backends report it by `rewards.recordActivity`.
    public var isCustom: Bool { Self.isOwn(wire) }

    private static func isOwn(_ name: String) -> Bool {
        guard name.hasPrefix("custom.") else { return false }
        return (try? FieldName(wire: String(name.dropFirst(7)))) != nil
    }

    public static var schema: Schema {
        let names = followed.map { $0.wire.split(separator: ".").joined(separator: "\\.") }.joined(separator: "|")
        return .text(
            8...64,
            pattern: "^(\(names)|custom\\.[a-z][A-Za-z0-9]{0,39})$",
            "An event that earns; those of the company's own backends begin with custom."
        )
    }
    public static var example: EarningEvent { ideaSubmitted }
}

/// Which of the people in an event is paid.
public enum Payee: String, Codable, CaseIterable, Sendable {
    /// Whom the event is about.
    case member
    /// Who wrote the idea or the comment.
    case author
    /// The member who invited; a backend that invites is never paid.
    case inviter
    case voter
    /// Who scored the idea.
    case expert
    /// The other side: whose question was answered, who praised.
    case partner
    /// All who contributed: they divide the amount by their shares, to the last point, by largest remainder.
    case contributor
    /// All from the inviter up the chain of invitations; the terms' `decay` says how far, and how much less each gets.
    case ancestor
}
