import IdeasAPI
import Models
import TypedSQL

/// Ideas. After submission only the status changes.
enum IdeaTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE idea (
            id TEXT NOT NULL PRIMARY KEY,
            campaign TEXT NOT NULL REFERENCES campaign (id),
            author TEXT,
            external_id TEXT,
            title TEXT NOT NULL,
            body TEXT NOT NULL,
            cost_amount BIGINT CONSTRAINT idea_cost_amount CHECK (cost_amount >= 0),
            cost_currency TEXT,
            status TEXT NOT NULL,
            submitted_at BIGINT NOT NULL,
            CONSTRAINT idea_origin CHECK ((author IS NULL) <> (external_id IS NULL)),
            CONSTRAINT idea_cost CHECK ((cost_amount IS NULL) = (cost_currency IS NULL))
        )
        """,
        "CREATE UNIQUE INDEX idea_external ON idea (campaign, external_id)",
        "CREATE INDEX idea_newest ON idea (campaign, id)",
        "CREATE INDEX idea_status ON idea (status, id)",
    ]

    static let samples: [SQL] = [
        find(.example).sql, body(.example).sql, of(.example).sql, count(.example).sql,
        known([.example], in: .example).sql,
        externals([.example], in: .example).sql,
        page(campaign: .example, status: .open, terms: ["a"], after: .example, limit: .standard).sql,
        insert([(IdeaRow.sample, .example)]).sql, setStatus(.example, from: .open, to: .planned).sql,
    ]

    private static let columns: SQL =
        "id, campaign, author, external_id, title, cost_amount, cost_currency, status, submitted_at"

    static func find(_ id: Idea.ID) -> Query<IdeaRow> {
        Query("SELECT \(columns) FROM idea WHERE id = \(id)", read)
    }

    static func body(_ id: Idea.ID) -> Query<Prose> {
        Query("SELECT body FROM idea WHERE id = \(id)") { row in try row.get("body") }
    }

    static func of(_ campaign: Campaign.ID) -> Query<IdeaRow> {
        Query("SELECT \(columns) FROM idea WHERE campaign = \(campaign) ORDER BY id", read)
    }

    static func count(_ campaign: Campaign.ID) -> Query<Tally> {
        Query("SELECT COUNT(*) AS ideas FROM idea WHERE campaign = \(campaign)") { row in try row.get("ideas") }
    }

    /// Those of the ideas that the campaign has.
    static func known(_ ideas: [Idea.ID], in campaign: Campaign.ID) -> Query<Idea.ID> {
        Query("SELECT id FROM idea WHERE campaign = \(campaign) AND id IN \(list: ideas)") { row in try row.get("id") }
    }

    /// Those of the external ids that the campaign has.
    static func externals(
        _ names: [ExternalID],
        in campaign: Campaign.ID
    ) -> Query<(external: ExternalID, idea: Idea.ID)> {
        Query(
            """
            SELECT external_id, id FROM idea
            WHERE campaign = \(campaign) AND external_id IN \(list: names)
            """
        ) { row in (try row.get("external_id"), try row.get("id")) }
    }

    /// The newest first, one more than asked for; each must have all terms, whole or as the beginning of a word.
    static func page(
        campaign: Campaign.ID?,
        status: IdeaStatus?,
        terms: [String],
        after: Cursor?,
        limit: PageLimit
    ) -> Query<IdeaRow> {
        var conditions: [SQL] = ["1 = 1"]
        if let campaign { conditions.append("campaign = \(campaign)") }
        if let status { conditions.append("status = \(status)") }
        if let after { conditions.append("id < \(after.key)") }
        for term in terms { conditions.append("id IN (\(TermTable.having(term)))") }
        return Query(
            """
            SELECT \(columns) FROM idea WHERE \(conditions.joined(separator: " AND "))
            ORDER BY id DESC LIMIT \(limit.count + 1)
            """,
            read
        )
    }

    static func insert(_ ideas: [(row: IdeaRow, body: Prose)]) -> Statement {
        let rows: [[any SQLValue]] = ideas.map { idea, body in
            [
                idea.idea, idea.campaign, idea.author, idea.external, idea.title, body, idea.cost?.amount,
                idea.cost?.currency, idea.status, idea.submittedAt,
            ]
        }
        return Statement(
            """
            INSERT INTO idea
                (id, campaign, author, external_id, title, body, cost_amount, cost_currency, status, submitted_at)
            VALUES \(rows: rows)
            """
        )
    }

    /// Changes nothing where the status has become another one.
    static func setStatus(_ id: Idea.ID, from before: IdeaStatus, to status: IdeaStatus) -> Statement {
        Statement("UPDATE idea SET status = \(status) WHERE id = \(id) AND status = \(before)")
    }

    private static func read(_ row: Row) throws -> IdeaRow {
        let amount: MinorUnits? = try row.get("cost_amount")
        let currency: Currency? = try row.get("cost_currency")
        var cost: Money?
        if let amount, let currency { cost = Money(amount: amount, currency: currency) }
        return IdeaRow(
            idea: try row.get("id"),
            campaign: try row.get("campaign"),
            author: try row.get("author"),
            external: try row.get("external_id"),
            title: try row.get("title"),
            cost: cost,
            status: try row.get("status"),
            submittedAt: try row.get("submitted_at")
        )
    }
}
