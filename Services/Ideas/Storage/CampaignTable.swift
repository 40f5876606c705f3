import IdeasAPI
import Models
import RPC
import TypedSQL

/// Campaigns with their sealed protocols. No statement changes a protocol or a seal.
enum CampaignTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE campaign (
            id TEXT NOT NULL PRIMARY KEY,
            reference TEXT,
            title TEXT NOT NULL,
            protocol TEXT NOT NULL,
            seal TEXT NOT NULL CONSTRAINT campaign_seal CHECK (LENGTH(seal) = 64),
            opened_at BIGINT NOT NULL,
            opened_by TEXT NOT NULL,
            decided_at BIGINT,
            decided_by TEXT,
            result TEXT,
            result_document TEXT,
            CONSTRAINT campaign_decided CHECK (
                (decided_at IS NULL) = (result IS NULL) AND (decided_at IS NULL) = (result_document IS NULL)
                AND (decided_at IS NULL) = (decided_by IS NULL)
            )
        )
        """,
        "CREATE UNIQUE INDEX campaign_reference ON campaign (reference)",
    ]

    static let samples: [SQL] = [
        find(.example).sql, find(reference: .example).sql, page(after: nil, limit: .standard).sql,
        insert(.example, nil, .example, "{}", .example, at: .example, by: .example).sql,
        decide(.example, .example, "{}", at: .example, by: .example).sql, document(.example).sql,
    ]

    private static let columns: SQL = "id, protocol, seal, opened_at, decided_at, result"

    static func find(_ id: Campaign.ID) -> Query<SealedCampaign> {
        Query("SELECT \(columns) FROM campaign WHERE id = \(id)", read)
    }

    static func find(reference: ExternalID) -> Query<SealedCampaign> {
        Query("SELECT \(columns) FROM campaign WHERE reference = \(reference)", read)
    }

    /// The newest first, one more than asked for.
    static func page(after: Cursor?, limit: PageLimit) -> Query<(campaign: SealedCampaign, ideas: Tally)> {
        let bound: SQL = after.map { "WHERE id < \($0.key)" } ?? ""
        return Query(
            """
            SELECT \(columns), (SELECT COUNT(*) FROM idea WHERE idea.campaign = campaign.id) AS ideas
            FROM campaign \(bound) ORDER BY id DESC LIMIT \(limit.count + 1)
            """
        ) { row in (try read(row), try row.get("ideas")) }
    }

    static func insert(
        _ id: Campaign.ID,
        _ reference: ExternalID?,
        _ title: Title,
        _ document: String,
        _ seal: Digest,
        at now: Instant,
        by actor: Actor
    ) -> Statement {
        Statement(
            """
            INSERT INTO campaign (id, reference, title, protocol, seal, opened_at, opened_by)
            VALUES (\(id), \(reference), \(title), \(document), \(seal), \(now), \(actor))
            """
        )
    }

    /// Once: a campaign that is decided stays as it is.
    static func decide(
        _ id: Campaign.ID,
        _ result: Digest,
        _ document: String,
        at now: Instant,
        by actor: Actor
    ) -> Statement {
        Statement(
            """
            UPDATE campaign SET decided_at = \(now), decided_by = \(actor), result = \(result),
                result_document = \(document)
            WHERE id = \(id) AND decided_at IS NULL
            """
        )
    }

    static func document(_ id: Campaign.ID) -> Query<ResultDocument> {
        Query("SELECT result_document FROM campaign WHERE id = \(id) AND decided_at IS NOT NULL") { row in
            let text: String = try row.get("result_document")
            return try JSONReader.decode(ResultDocument.self, from: Array(text.utf8), strict: true)
        }
    }

    private static func read(_ row: Row) throws -> SealedCampaign {
        let text: String = try row.get("protocol")
        return SealedCampaign(
            id: try row.get("id"),
            protocol: try JSONReader.decode(CampaignProtocol.self, from: Array(text.utf8), strict: true),
            seal: try row.get("seal"),
            openedAt: try row.get("opened_at"),
            decidedAt: try row.get("decided_at"),
            result: try row.get("result")
        )
    }
}
