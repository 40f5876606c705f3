import IdeasAPI
import Models
import TypedSQL

/// What one ballot says of one idea.
struct Choice: Sendable, Hashable {
    var pseudonym: Pseudonym
    var idea: Idea.ID
    var opinion: Opinion
}

/// The content of the ballots.
enum ChoiceTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE choice (
            campaign TEXT NOT NULL,
            pseudonym TEXT NOT NULL,
            idea TEXT NOT NULL REFERENCES idea (id),
            opinion TEXT NOT NULL CONSTRAINT choice_opinion CHECK (opinion IN ('agree', 'pass', 'disagree')),
            PRIMARY KEY (campaign, pseudonym, idea),
            CONSTRAINT choice_ballot FOREIGN KEY (campaign, pseudonym) REFERENCES ballot (campaign, pseudonym)
        )
        """,
        "CREATE INDEX choice_idea ON choice (idea, opinion)",
    ]

    static let samples: [SQL] = [
        of([.example], in: .example).sql, all(.example).sql, totals([.example]).sql,
        insert([Choice(pseudonym: .example, idea: .example, opinion: .agree)], in: .example).sql,
        remove([.example], in: .example).sql,
    ]

    static func of(_ pseudonyms: [Pseudonym], in campaign: Campaign.ID) -> Query<Choice> {
        Query(
            """
            SELECT pseudonym, idea, opinion FROM choice
            WHERE campaign = \(campaign) AND pseudonym IN \(list: pseudonyms)
            """,
            read
        )
    }

    static func all(_ campaign: Campaign.ID) -> Query<Choice> {
        Query("SELECT pseudonym, idea, opinion FROM choice WHERE campaign = \(campaign)", read)
    }

    static func totals(_ ideas: [Idea.ID]) -> Query<(idea: Idea.ID, opinion: Opinion, count: Int)> {
        Query(
            """
            SELECT idea, opinion, COUNT(*) AS ballots FROM choice
            WHERE idea IN \(list: ideas) GROUP BY idea, opinion
            """
        ) { row in (try row.get("idea"), try row.get("opinion"), try row.get("ballots")) }
    }

    static func insert(_ choices: [Choice], in campaign: Campaign.ID) -> Statement {
        let rows: [[any SQLValue]] = choices.map { [campaign, $0.pseudonym, $0.idea, $0.opinion] }
        return Statement("INSERT INTO choice (campaign, pseudonym, idea, opinion) VALUES \(rows: rows)")
    }

    static func remove(_ pseudonyms: [Pseudonym], in campaign: Campaign.ID) -> Statement {
        Statement("DELETE FROM choice WHERE campaign = \(campaign) AND pseudonym IN \(list: pseudonyms)")
    }

    private static func read(_ row: Row) throws -> Choice {
        Choice(pseudonym: try row.get(0), idea: try row.get(1), opinion: try row.get(2))
    }
}
