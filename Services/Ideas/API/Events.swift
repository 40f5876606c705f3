public import Contract
public import Models

// What ideas tells the others. Titles and texts stay here: who wants to show them asks for them.

/// A campaign opened, and with it its protocol was sealed.
public struct CampaignOpened: Event {
    public var campaign: Campaign.ID
    /// SHA-256 of the sealed protocol, in hex.
    public var seal: Digest
    public static let name = "ideas.campaignOpened"
    public static let summary = "A campaign opened; its protocol is sealed."

    public init(campaign: Campaign.ID, seal: Digest) {
        self.campaign = campaign
        self.seal = seal
    }
}

/// A member submitted an idea.
public struct IdeaSubmitted: Event {
    public var idea: Idea.ID
    public var campaign: Campaign.ID
    /// Absent where the idea came by import.
    public var author: Member.ID?
    public static let name = "ideas.ideaSubmitted"
    public static let summary = "An idea was submitted."

    public init(idea: Idea.ID, campaign: Campaign.ID, author: Member.ID?) {
        self.idea = idea
        self.campaign = campaign
        self.author = author
    }
}

/// A member commented on an idea.
public struct CommentPosted: Event {
    public var idea: Idea.ID
    public var campaign: Campaign.ID
    public var author: Member.ID
    public static let name = "ideas.commentPosted"
    public static let summary = "A member commented on an idea."

    public init(idea: Idea.ID, campaign: Campaign.ID, author: Member.ID) {
        self.idea = idea
        self.campaign = campaign
        self.author = author
    }
}

/// A member took part in a vote. What was chosen is not told.
public struct BallotCast: Event {
    public var campaign: Campaign.ID
    public var voter: Member.ID
    /// False where the member changed a ballot.
    public var isFirst: Bool
    public static let name = "ideas.ballotCast"
    public static let summary = "A member cast or changed a ballot."

    public init(campaign: Campaign.ID, voter: Member.ID, isFirst: Bool) {
        self.campaign = campaign
        self.voter = voter
        self.isFirst = isFirst
    }
}

/// An expert scored an idea. The scores stay sealed until the phase closes.
public struct IdeaScored: Event {
    public var idea: Idea.ID
    public var campaign: Campaign.ID
    public var expert: Member.ID
    public static let name = "ideas.ideaScored"
    public static let summary = "An expert scored an idea."

    public init(idea: Idea.ID, campaign: Campaign.ID, expert: Member.ID) {
        self.idea = idea
        self.campaign = campaign
        self.expert = expert
    }
}

/// One winner of a campaign.
public struct IdeaSelected: Event {
    public var idea: Idea.ID
    public var campaign: Campaign.ID
    public var author: Member.ID?
    /// 1 for the first.
    public var rank: Quantity
    public static let name = "ideas.ideaSelected"
    public static let summary = "An idea was selected."

    public init(idea: Idea.ID, campaign: Campaign.ID, author: Member.ID?, rank: Quantity) {
        self.idea = idea
        self.campaign = campaign
        self.author = author
        self.rank = rank
    }
}

/// A campaign's result was computed and published.
public struct CampaignDecided: Event {
    public var campaign: Campaign.ID
    public var seal: Digest
    /// SHA-256 of the published result, in hex.
    public var result: Digest
    public static let name = "ideas.campaignDecided"
    public static let summary = "A campaign's result was published."

    public init(campaign: Campaign.ID, seal: Digest, result: Digest) {
        self.campaign = campaign
        self.seal = seal
        self.result = result
    }
}

/// The company answered an idea officially.
public struct IdeaAnswered: Event {
    public var idea: Idea.ID
    public var campaign: Campaign.ID
    public var author: Member.ID?
    public var status: IdeaStatus
    public static let name = "ideas.ideaAnswered"
    public static let summary = "The company answered an idea."

    public init(idea: Idea.ID, campaign: Campaign.ID, author: Member.ID?, status: IdeaStatus) {
        self.idea = idea
        self.campaign = campaign
        self.author = author
        self.status = status
    }
}
