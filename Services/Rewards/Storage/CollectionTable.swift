import Models
import RewardsAPI
import TypedSQL

/// The collections that there are, who has which items, and who has them all.
enum CollectionTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE collection (
            collection_key TEXT NOT NULL PRIMARY KEY,
            document TEXT NOT NULL,
            defined_by TEXT NOT NULL,
            defined_at BIGINT NOT NULL
        )
        """,
        """
        CREATE TABLE member_item (
            member TEXT NOT NULL,
            collection TEXT NOT NULL,
            item TEXT NOT NULL,
            given_at BIGINT NOT NULL,
            given_by TEXT,
            reason TEXT,
            PRIMARY KEY (member, collection, item),
            CONSTRAINT member_item_hand CHECK ((given_by IS NULL) = (reason IS NULL)),
            CONSTRAINT member_item_of FOREIGN KEY (collection) REFERENCES collection (collection_key)
        )
        """,
        """
        CREATE TABLE member_collection (
            member TEXT NOT NULL,
            collection TEXT NOT NULL,
            completed_at BIGINT NOT NULL,
            PRIMARY KEY (member, collection),
            CONSTRAINT member_collection_of FOREIGN KEY (collection) REFERENCES collection (collection_key)
        )
        """,
    ]

    /// Changes no row where there is one of this key.
    static func define(_ terms: CollectionTerms, by actor: Actor, at now: Instant) throws -> Statement {
        Statement(
            """
            INSERT INTO collection (collection_key, document, defined_by, defined_at)
            VALUES (\(terms.key), \(try StoredDocument.text(terms)), \(actor), \(now))
            ON CONFLICT (collection_key) DO NOTHING
            """
        )
    }

    static func find(_ key: CollectionKey) -> Query<CollectionTerms> {
        Query("SELECT document FROM collection WHERE collection_key = \(key)") { row in
            try StoredDocument.read(row, "document")
        }
    }

    static let all = Query<CollectionTerms>("SELECT document FROM collection ORDER BY collection_key") { row in
        try StoredDocument.read(row, "document")
    }

    static func items(of member: Member.ID) -> Query<(collection: CollectionKey, item: ItemKey, since: Instant)> {
        Query("SELECT collection, item, given_at FROM member_item WHERE member = \(member)") { row in
            (try row.get("collection"), try row.get("item"), try row.get("given_at"))
        }
    }

    static func completions(of member: Member.ID) -> Query<(collection: CollectionKey, at: Instant)> {
        Query("SELECT collection, completed_at FROM member_collection WHERE member = \(member)") { row in
            (try row.get("collection"), try row.get("completed_at"))
        }
    }

    /// Changes no row where the member has it.
    static func give(
        _ item: ItemKey,
        of collection: CollectionKey,
        to member: Member.ID,
        by actor: Actor?,
        because reason: Sentence?,
        at now: Instant
    ) -> Statement {
        Statement(
            """
            INSERT INTO member_item (member, collection, item, given_at, given_by, reason)
            VALUES (\(member), \(collection), \(item), \(now), \(actor), \(reason))
            ON CONFLICT (member, collection, item) DO NOTHING
            """
        )
    }

    /// Changes no row but the first time that the member has that many items.
    static func complete(_ collection: CollectionKey, items: Int, by member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            INSERT INTO member_collection (member, collection, completed_at)
            SELECT member, collection, \(now) FROM member_item
            WHERE member = \(member) AND collection = \(collection)
            GROUP BY member, collection HAVING COUNT(*) >= \(Int64(items))
            ON CONFLICT (member, collection) DO NOTHING
            """
        )
    }

    static var samples: [SQL] {
        get throws {
            let terms = CollectionTerms(key: .example, title: .example, items: [])
            return [
                try define(terms, by: .example, at: .example).sql, find(.example).sql, all.sql,
                items(of: .example).sql, completions(of: .example).sql,
                give(.example, of: .example, to: .example, by: nil, because: nil, at: .example).sql,
                complete(.example, items: 1, by: .example, at: .example).sql,
            ]
        }
    }
}
