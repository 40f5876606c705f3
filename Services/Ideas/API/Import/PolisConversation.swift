/// An open conversation as the Polis software exports it: statements, and who agreed, disagreed or passed.
public struct PolisConversation: Sendable, Hashable {
    public struct Statement: Sendable, Hashable {
        public var id: String
        public var author: String
        /// Milliseconds since 1970.
        public var at: Int64
        /// What the export says; it counts every row of `votes.csv`, repeated ones too.
        public var agrees: Int
        public var disagrees: Int
        /// Whether a moderator let it pass. Nil where nobody had looked at it.
        public var isAccepted: Bool?
        public var body: String
        public var line: Int
    }

    public struct Vote: Sendable, Hashable {
        public var statement: String
        public var voter: String
        /// Milliseconds since 1970.
        public var at: Int64
        public var opinion: Opinion
        public var line: Int
    }

    public let statements: [Statement]
    /// In the order of the file, repeated ones included.
    public let votes: [Vote]

    /// - Parameters:
    ///   - comments: the whole of `comments.csv`.
    ///   - votes: the whole of `votes.csv`.
    /// - Throws: ``ImportFault`` naming line and column of the first thing that is wrong, in the file that it is in.
    public init(comments: String, votes: String) throws(ImportFault) {
        statements = try Self.statements(comments)
        self.votes = try Self.votes(votes, on: Set(statements.map(\.id)))
    }

    /// What counts: of each voter's votes on a statement the last by time, and of those at the same moment the one that
    /// stands later in the file.
    public var effectiveVotes: [Vote] {
        var last: [[String]: Vote] = [:]
        for vote in votes {
            let key = [vote.voter, vote.statement]
            if let known = last[key], known.at > vote.at { continue }
            last[key] = vote
        }
        return last.values.sorted { $0.line < $1.line }
    }

    private static func table(_ text: String, _ name: String) throws(ImportFault) -> DelimitedTable {
        let rows = try DelimitedText.rows(text, separator: ",")
        return try DelimitedTable(rows[...], named: name, endingAt: 1)
    }

    private static func statements(_ text: String) throws(ImportFault) -> [Statement] {
        let table = try table(text, "comments")
        let (id, author) = (try table.place("comment-id"), try table.place("author-id"))
        let (at, body) = (try table.place("timestamp"), try table.place("comment-body"))
        let (agrees, disagrees) = (try table.place("agrees"), try table.place("disagrees"))
        let moderated = try table.place("moderated")
        var known: Set<String> = []
        var statements: [Statement] = []
        for row in table.rows {
            guard known.insert(row.text(id)).inserted else { throw row.fault(id, .duplicate(row.text(id))) }
            statements.append(
                Statement(
                    id: row.text(id),
                    author: row.text(author),
                    at: try row.integer(at),
                    agrees: Int(try row.integer(agrees)),
                    disagrees: Int(try row.integer(disagrees)),
                    isAccepted: try row.moderation(moderated),
                    body: row.fields[body],
                    line: row.line
                )
            )
        }
        return statements
    }

    private static func votes(_ text: String, on statements: Set<String>) throws(ImportFault) -> [Vote] {
        let table = try table(text, "votes")
        let (id, voter) = (try table.place("comment-id"), try table.place("voter-id"))
        let (at, vote) = (try table.place("timestamp"), try table.place("vote"))
        var votes: [Vote] = []
        for row in table.rows {
            guard statements.contains(row.text(id)) else { throw row.fault(id, .unknown(row.text(id))) }
            votes.append(
                Vote(
                    statement: row.text(id),
                    voter: row.text(voter),
                    at: try row.integer(at),
                    opinion: try row.opinion(vote),
                    line: row.line
                )
            )
        }
        return votes
    }
}

extension DelimitedText.Row {
    fileprivate func opinion(_ place: Int) throws(ImportFault) -> Opinion {
        switch try integer(place) {
        case 1: .agree
        case 0: .pass
        case -1: .disagree
        default: throw fault(place, .unsupported(text(place)))
        }
    }

    fileprivate func moderation(_ place: Int) throws(ImportFault) -> Bool? {
        switch try integer(place) {
        case 1: true
        case 0: nil
        case -1: false
        default: throw fault(place, .unsupported(text(place)))
        }
    }
}
