import Models
import RewardsAPI
import TypedSQL

/// What members were last told of their level, so that each change is told once. The level itself is not stored: it
/// follows from the programme and from what was done.
struct LevelRecord: Hashable, Sendable {
    let level: LevelKey?
    /// The version that decided; nil where there was no programme.
    let programme: Int64
    /// The end of the level of which the member was told beforehand.
    let noticedEnd: Day?
}

/// The versions of the programme of levels, and what members were told.
enum LevelTable {
    static let creation: [SQL] = [
        """
        CREATE TABLE level_programme (
            version BIGINT NOT NULL PRIMARY KEY,
            starts_on BIGINT NOT NULL,
            document TEXT NOT NULL,
            defined_by TEXT NOT NULL,
            defined_at BIGINT NOT NULL,
            CONSTRAINT level_programme_version CHECK (version > 0)
        )
        """,
        """
        CREATE TABLE member_level (
            member TEXT NOT NULL PRIMARY KEY,
            level_key TEXT,
            programme BIGINT NOT NULL,
            review_on BIGINT,
            noticed_end BIGINT
        )
        """,
        "CREATE INDEX member_level_review ON member_level (review_on) WHERE review_on IS NOT NULL",
        "CREATE INDEX member_level_programme ON member_level (programme)",
    ]

    static let lastVersion = Query<Int64>(
        "SELECT COALESCE(MAX(version), 0) AS last FROM level_programme"
    ) { row in try row.get("last") }

    static func insert(_ programme: LevelProgramme, by actor: Actor, at now: Instant) throws -> Statement {
        Statement(
            """
            INSERT INTO level_programme (version, starts_on, document, defined_by, defined_at)
            VALUES (
                \(programme.version), \(Int64(programme.from.number)), \(try StoredDocument.text(programme)), \(actor),
                \(now)
            )
            """
        )
    }

    /// The latest version whose first day has come.
    static func programme(on day: Day) -> Query<LevelProgramme> {
        Query(
            """
            SELECT document FROM level_programme WHERE starts_on <= \(Int64(day.number))
            ORDER BY version DESC LIMIT 1
            """
        ) { row in try StoredDocument.read(row, "document") }
    }

    static func told(_ member: Member.ID) -> Query<LevelRecord> {
        Query("SELECT level_key, programme, noticed_end FROM member_level WHERE member = \(member)") { row in
            LevelRecord(
                level: try row.get("level_key"),
                programme: try row.get("programme"),
                noticedEnd: try row.get("noticed_end", as: Int64?.self).map { Day(number: Int($0)) }
            )
        }
    }

    static func tell(_ member: Member.ID, _ record: LevelRecord, reviewOn: Day?) -> Statement {
        let (review, end) = (reviewOn.map { Int64($0.number) }, record.noticedEnd.map { Int64($0.number) })
        return Statement(
            """
            INSERT INTO member_level (member, level_key, programme, review_on, noticed_end)
            VALUES (\(member), \(record.level), \(record.programme), \(review), \(end))
            ON CONFLICT (member) DO UPDATE SET level_key = \(record.level), programme = \(record.programme),
                review_on = \(review), noticed_end = \(end)
            """
        )
    }

    static var samples: [SQL] {
        get throws {
            [
                lastVersion.sql, try insert(.sample, by: .example, at: .example).sql, programme(on: .example).sql,
                told(.example).sql,
                tell(.example, LevelRecord(level: nil, programme: 0, noticedEnd: nil), reviewOn: nil).sql,
            ]
        }
    }
}

extension LevelProgramme {
    fileprivate static let sample = LevelProgramme(
        version: .first,
        levels: [],
        contributions: [],
        period: .example,
        grace: .zero,
        downgrade: .never,
        notice: .zero,
        from: .example
    )
}
