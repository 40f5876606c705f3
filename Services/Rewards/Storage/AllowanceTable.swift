import Models
import RewardsAPI
import TypedSQL

/// How many awards a rule has given a member in a stretch of time, in a campaign, or ever.
enum AllowanceTable {
    /// Changes no row where the allowance is used up: the check and the count are one statement.
    static func use(_ cap: Cap, of rule: Rule.ID, by member: Member.ID) -> Statement {
        Statement(
            """
            INSERT INTO allowance (rule, member, stretch, awards) VALUES (\(rule), \(member), \(cap.stretch), 1)
            ON CONFLICT (rule, member, stretch) DO UPDATE SET awards = allowance.awards + 1
            WHERE allowance.awards < \(cap.limit)
            """
        )
    }

    /// How many awards a cap has counted.
    static func used(_ cap: Cap, of rule: Rule.ID, by member: Member.ID) -> Query<Int64> {
        Query(
            "SELECT awards FROM allowance WHERE rule = \(rule) AND member = \(member) AND stretch = \(cap.stretch)"
        ) { row in try row.get("awards") }
    }

    static var samples: [SQL] {
        let cap = Cap(stretch: "ever", limit: 1, reason: .totalFull)
        return [use(cap, of: .example, by: .example).sql, used(cap, of: .example, by: .example).sql]
    }
}
