public import Models

/// An idea that was collected elsewhere.
public struct ImportedIdea: Codable, Sendable, Hashable {
    public var external: ExternalID
    public var title: Title
    public var body: Prose?
    public var tags: [Tag]?
    public var cost: Money?
    /// Absent where it is not known; then the moment of the import counts.
    public var submittedAt: Instant?

    public init(
        external: ExternalID,
        title: Title,
        body: Prose? = nil,
        tags: [Tag]? = nil,
        cost: Money? = nil,
        submittedAt: Instant? = nil
    ) {
        self.external = external
        self.title = title
        self.body = body
        self.tags = tags
        self.cost = cost
        self.submittedAt = submittedAt
    }
}

/// A ballot that was cast elsewhere, naming ideas by what they are called there.
public struct ImportedBallot: Codable, Sendable, Hashable {
    public var pseudonym: Pseudonym
    public var agree: [ExternalID]
    public var pass: [ExternalID]?
    public var disagree: [ExternalID]?

    public init(
        pseudonym: Pseudonym,
        agree: [ExternalID],
        pass: [ExternalID]? = nil,
        disagree: [ExternalID]? = nil
    ) {
        self.pseudonym = pseudonym
        self.agree = agree
        self.pass = pass
        self.disagree = disagree
    }

    /// Everything that the ballot names.
    public var choices: [ExternalID] { agree + (pass ?? []) + (disagree ?? []) }
}

/// What an import added. What was there already is counted apart: sending a batch again changes nothing.
public struct ImportReceipt: Codable, Sendable, Hashable {
    public var ideasAdded: Tally
    public var ideasKnown: Tally
    public var ballotsAdded: Tally
    /// Ballots whose pseudonym was known; what they say now counts.
    public var ballotsReplaced: Tally

    public init(ideasAdded: Tally, ideasKnown: Tally, ballotsAdded: Tally, ballotsReplaced: Tally) {
        self.ideasAdded = ideasAdded
        self.ideasKnown = ideasKnown
        self.ballotsAdded = ballotsAdded
        self.ballotsReplaced = ballotsReplaced
    }
}
