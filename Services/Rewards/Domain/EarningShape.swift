import Models
import RewardsAPI

/// What events of one name carry.
struct EarningShape: Hashable, Sendable {
    var payees: Set<Payee>
    var hasCampaign = false
    var numbers: Set<String> = []
    var words: Set<String> = []
    /// Whether it may carry anything, because the company's own backends tell it.
    var isOpen = false
}

extension EarningEvent {
    var shape: EarningShape {
        if isCustom { return EarningShape(payees: [.member, .partner, .contributor], hasCampaign: true, isOpen: true) }
        return Self.shapes[self] ?? EarningShape(payees: [])
    }

    /// Who takes part in events of this name and can be paid.
    var payees: Set<Payee> { shape.payees }

    private static let shapes: [EarningEvent: EarningShape] = [
        .memberRegistered: EarningShape(payees: [.member, .inviter], words: ["source"]),
        .profileCompleted: EarningShape(payees: [.member, .inviter], words: ["customerType"]),
        .personInvited: EarningShape(payees: [.inviter]),
        .emailConfirmed: EarningShape(payees: [.member]),
        .memberSignedIn: EarningShape(payees: [.member]),
        .onboardingStepCompleted: EarningShape(payees: [.member], numbers: ["isLast"], words: ["step"]),
        .ideaSubmitted: EarningShape(payees: [.author], hasCampaign: true, words: ["idea"]),
        .commentPosted: EarningShape(payees: [.author], hasCampaign: true, words: ["idea"]),
        .ballotCast: EarningShape(payees: [.voter], hasCampaign: true),
        .ideaScored: EarningShape(payees: [.expert], hasCampaign: true, words: ["idea"]),
        .ideaSelected: EarningShape(payees: [.author], hasCampaign: true, numbers: ["rank"], words: ["idea"]),
        .ideaAnswered: EarningShape(payees: [.author], hasCampaign: true, words: ["idea", "status"]),
        .feedbackReceived: EarningShape(payees: [.member], words: ["channel"]),
        .surveyAnswered: EarningShape(payees: [.member], words: ["survey"]),
        .referralQualified: EarningShape(payees: [.member, .inviter, .ancestor], numbers: ["depth"]),
    ]

    /// Whether it is something that the member contributed, and not only a step of joining or a visit.
    var isContribution: Bool {
        switch self {
        case .ideaSubmitted, .commentPosted, .ballotCast, .ideaScored, .feedbackReceived, .surveyAnswered: true
        default: isCustom
        }
    }
}

/// An event that earns, with those of its people who are members.
struct Earning: Hashable, Sendable {
    let event: EarningEvent
    let source: Movement.Source
    var campaign: Campaign.ID?
    var group: Group.ID?
    var content: Content

    /// What is kept of an event beside its name and its time: ids and data, nothing else of a person.
    struct Content: Codable, Hashable, Sendable {
        /// By the names of ``Payee``.
        var people: [String: Member.ID] = [:]
        var numbers: [String: Int64]?
        var words: [String: String]?
        var shares: [ContributionShare]?
        /// Who invited, who invited the inviter, and so on.
        var chain: [Member.ID]?
        /// By member's id, where a rule asked for it when the event was met first.
        var facts: [String: MemberFacts]?
    }

    init(
        _ event: EarningEvent,
        _ people: [Payee: Member.ID?],
        source: Movement.Source,
        campaign: Campaign.ID? = nil
    ) {
        self.init(event, source: source, campaign: campaign, content: Content())
        for (payee, member) in people { if let member { content.people[payee.rawValue] = member } }
    }

    init(
        _ event: EarningEvent,
        source: Movement.Source,
        campaign: Campaign.ID? = nil,
        group: Group.ID? = nil,
        content: Content
    ) {
        self.event = event
        self.source = source
        self.campaign = campaign
        self.group = group
        self.content = content
    }

    func facts(of member: Member.ID) -> MemberFacts? { content.facts?[member.wire] }

    subscript(payee: Payee) -> Member.ID? { content.people[payee.rawValue] }

    /// Who contributed something by this event.
    var contributor: Member.ID? {
        guard event.isContribution else { return nil }
        return [Payee.member, .author, .voter, .expert].lazy.compactMap { self[$0] }.first
    }

    func with(numbers: [String: Int64]? = nil, words: [String: String]? = nil) -> Earning {
        var more = self
        more.content.numbers = numbers
        more.content.words = words
        return more
    }
}
