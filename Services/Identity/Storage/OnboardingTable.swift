import IdentityAPI
import Models
import TypedSQL

/// The steps of each member's series, with their moments.
enum OnboardingTable {
    static let schema: [SQL] = [
        """
        CREATE TABLE onboarding_step (
            member TEXT NOT NULL,
            place BIGINT NOT NULL,
            step TEXT NOT NULL,
            due_at BIGINT NOT NULL,
            completed_at BIGINT,
            PRIMARY KEY (member, step),
            CONSTRAINT onboarding_step_member FOREIGN KEY (member) REFERENCES member (id) ON DELETE CASCADE,
            CONSTRAINT onboarding_step_not_early CHECK (completed_at IS NULL OR completed_at >= due_at)
        )
        """,
        "CREATE UNIQUE INDEX onboarding_step_place ON onboarding_step (member, place)",
    ]

    static func insert(_ place: OnboardingSeries.Place, number: Int, of member: Member.ID) -> Statement {
        Statement(
            """
            INSERT INTO onboarding_step (member, place, step, due_at)
            VALUES (\(member), \(number), \(place.step), \(place.dueAt))
            """
        )
    }

    /// In the order of the series.
    static func of(_ member: Member.ID) -> Query<OnboardingSeries.Place> {
        Query(
            "SELECT step, due_at, completed_at FROM onboarding_step WHERE member = \(member) ORDER BY place"
        ) { row in
            OnboardingSeries.Place(
                step: try row.get("step"),
                dueAt: try row.get("due_at"),
                completedAt: try row.get("completed_at")
            )
        }
    }

    /// Changes a row only for the first who asks.
    static func complete(_ step: OnboardingStep, of member: Member.ID, at now: Instant) -> Statement {
        Statement(
            """
            UPDATE onboarding_step SET completed_at = \(now)
            WHERE member = \(member) AND step = \(step) AND completed_at IS NULL
            """
        )
    }

    static let samples: [SQL] = [
        insert(.example, number: 0, of: .example).sql, of(.example).sql,
        complete(.discover, of: .example, at: .example).sql,
    ]
}

extension OnboardingSeries.Place {
    static let example = OnboardingSeries.Place(step: .discover, dueAt: .example, completedAt: nil)
}
