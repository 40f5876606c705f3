import IdeasAPI
import Models
import TypedSQL

// What handlers store in several tables at once.

extension Transaction {
    /// How many rows one statement inserts: far below the limit of bound values, and always the same text.
    private static var rowsPerStatement: Int { 500 }

    /// Ideas with their words and tags.
    func store(_ ideas: [NewIdea]) throws {
        for part in ideas.parts(of: Self.rowsPerStatement) { try run(IdeaTable.insert(part.map { ($0.row, $0.body) })) }
        for idea in ideas where !idea.tags.isEmpty { try run(TagTable.insert(idea.row.idea, idea.tags)) }
        let terms = ideas.flatMap { idea in idea.terms.map { (idea: idea.row.idea, term: $0) } }
        for part in terms.parts(of: Self.rowsPerStatement) { try run(TermTable.insert(part)) }
    }

    /// Ballots, each in the place of the one that its pseudonym may have had.
    func store(_ ballots: [PublishedBallot], in campaign: Campaign.ID, at now: Instant) throws {
        for part in ballots.parts(of: Self.rowsPerStatement) {
            try run(BallotTable.put(part.map(\.pseudonym), in: campaign, at: now))
            try run(ChoiceTable.remove(part.map(\.pseudonym), in: campaign))
        }
        let choices = ballots.flatMap(\.choices)
        for part in choices.parts(of: Self.rowsPerStatement) { try run(ChoiceTable.insert(part, in: campaign)) }
    }
}

/// An idea that is to be stored.
struct NewIdea: Sendable {
    var row: IdeaRow
    var body: Prose
    var tags: [Tag]

    var terms: [String] { SearchTerms.of(texts: [row.title.wire, body.wire] + tags.map(\.wire)).sorted() }
}

extension PublishedBallot {
    fileprivate var choices: [Choice] {
        [(agree, Opinion.agree), (pass, .pass), (disagree, .disagree)].flatMap { ideas, opinion in
            ideas.map { Choice(pseudonym: pseudonym, idea: $0, opinion: opinion) }
        }
    }
}

extension Array {
    fileprivate func parts(of size: Int) -> [[Element]] {
        stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
    }
}
