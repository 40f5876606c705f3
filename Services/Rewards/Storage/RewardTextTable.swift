import Models
import RewardsAPI
import TypedSQL

/// What rewards are called in other languages than the first one, and their pictures.
enum RewardTextTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE reward_text (
            reward TEXT NOT NULL,
            language TEXT NOT NULL,
            title TEXT NOT NULL,
            description TEXT,
            PRIMARY KEY (reward, language),
            CONSTRAINT reward_text_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
        """
        CREATE TABLE reward_picture (
            reward TEXT NOT NULL,
            place BIGINT NOT NULL,
            link TEXT NOT NULL,
            media_type TEXT NOT NULL,
            size BIGINT NOT NULL,
            sha256 TEXT NOT NULL,
            PRIMARY KEY (reward, place),
            CONSTRAINT reward_picture_size CHECK (size > 0),
            CONSTRAINT reward_picture_reward FOREIGN KEY (reward) REFERENCES reward (id)
        )
        """,
    ]

    static func insert(_ text: RewardText, of reward: Reward.ID) -> Statement {
        Statement(
            """
            INSERT INTO reward_text (reward, language, title, description)
            VALUES (\(reward), \(text.language), \(text.title), \(text.description))
            """
        )
    }

    static func insert(_ picture: Picture, at place: Int, of reward: Reward.ID) -> Statement {
        Statement(
            """
            INSERT INTO reward_picture (reward, place, link, media_type, size, sha256)
            VALUES (
                \(reward), \(place), \(picture.link), \(picture.mediaType), \(picture.size), \(picture.sha256)
            )
            """
        )
    }

    static func texts(of rewards: [Reward.ID]) -> Query<(reward: Reward.ID, text: RewardText)> {
        Query("SELECT reward, language, title, description FROM reward_text WHERE reward IN \(list: rewards)") { row in
            let text = RewardText(
                language: try row.get("language"),
                title: try row.get("title"),
                description: try row.get("description")
            )
            return (try row.get("reward"), text)
        }
    }

    static func pictures(of rewards: [Reward.ID]) -> Query<(reward: Reward.ID, picture: Picture)> {
        Query(
            """
            SELECT reward, link, media_type, size, sha256 FROM reward_picture WHERE reward IN \(list: rewards)
            ORDER BY reward, place
            """
        ) { row in
            let picture = Picture(
                link: try row.get("link"),
                mediaType: try row.get("media_type"),
                size: try row.get("size"),
                sha256: try row.get("sha256")
            )
            return (try row.get("reward"), picture)
        }
    }

    static var samples: [SQL] {
        let picture = Picture(link: .example, mediaType: .png, size: .example, sha256: .example)
        return [
            insert(RewardText(language: .example, title: .example), of: .example).sql,
            insert(picture, at: 1, of: .example).sql, texts(of: [.example]).sql, pictures(of: [.example]).sql,
        ]
    }
}

extension Transaction {
    /// Offers as they are shown: with their pictures, and in the language that was asked for.
    func dressed(_ offers: [Offer], in language: LanguageTag? = nil) throws -> [Offer] {
        let ids = offers.map(\.id)
        let pictures = Dictionary(grouping: try all(RewardTextTable.pictures(of: ids)), by: \.reward)
        let texts = language == nil ? [:] : Dictionary(grouping: try all(RewardTextTable.texts(of: ids)), by: \.reward)
        return offers.map { offer in
            var shown = offer
            shown.pictures = pictures[offer.id]?.map(\.picture) ?? []
            guard let language else { return shown }
            return shown.speaking(language, texts[offer.id]?.map(\.text) ?? [])
        }
    }
}
