/// A participatory-budgeting election in the `.pb` format of Pabulib (arXiv 2012.06539): the sections `META`,
/// `PROJECTS` and `VOTES`, each a header and rows separated by semicolons.
public struct PabulibElection: Sendable, Hashable {
    /// What a ballot says. The format calls others by other words; those are refused.
    public enum VoteType: String, Sendable, CaseIterable { case approval, ordinal, cumulative, scoring }

    public struct Project: Sendable, Hashable {
        public var id: String
        /// In hundredths of the currency.
        public var cost: Int64
        public var name: String
        /// What the file says that the project got; compared by nobody but the caller.
        public var votes: Int64?
        public var score: Int64?
        /// What the city decided, where the file tells.
        public var isSelected: Bool?
        public var line: Int
    }

    public struct Ballot: Sendable, Hashable {
        public var voter: String
        /// In the order in which they stand.
        public var choices: [String]
        /// One for each choice, in a cumulative or scoring election.
        public var points: [Int64]?
        public var line: Int
    }

    public let meta: [String: String]
    public let voteType: VoteType
    /// In hundredths of the currency.
    public let budget: Int64
    public let projects: [Project]
    public let ballots: [Ballot]
    /// Where in the file the vote type stands, for what is said about it later.
    let voteTypeLine: Int

    /// - Parameter text: the whole file, UTF-8.
    /// - Throws: ``ImportFault`` naming line and column of the first thing that is wrong.
    public init(parsing text: String) throws(ImportFault) {
        let sections = try PabulibSections(text)
        let meta = try sections.settings()
        let type = try meta.row("vote_type")
        guard let voteType = VoteType(rawValue: type.text(1)) else {
            throw type.fault(1, .unsupported(type.text(1)))
        }
        let projects = try sections.projects()
        let ballots = try sections.ballots(on: Set(projects.map(\.id)))
        try meta.check("num_projects", projects.count)
        try meta.check("num_votes", ballots.count)
        self.meta = meta.values
        self.voteType = voteType
        voteTypeLine = type.line
        budget = try meta.row("budget").hundredths(1)
        self.projects = projects
        self.ballots = ballots
    }

    /// How many ballots name each project, in the order of the file.
    public var counts: [(id: String, count: Int)] {
        var counts: [String: Int] = [:]
        for choice in ballots.flatMap(\.choices) { counts[choice, default: 0] += 1 }
        return projects.map { ($0.id, counts[$0.id] ?? 0) }
    }
}
