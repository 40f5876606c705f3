import Models
import RewardsAPI
import TypedSQL

/// How many awards of a day a rule has given a member.
enum AllowanceTable {
    /// Changes no row where the day's allowance is used up: the check and the count are one statement.
    static func use(of rule: Rule.ID, limit: Int64, by member: Member.ID, on day: Day) -> Statement {
        Statement(
            """
            INSERT INTO allowance (rule, member, day, awards) VALUES (\(rule), \(member), \(day.number), 1)
            ON CONFLICT (rule, member, day) DO UPDATE SET awards = allowance.awards + 1
            WHERE allowance.awards < \(limit)
            """
        )
    }

    static var samples: [SQL] { [use(of: .example, limit: 1, by: .example, on: .example).sql] }
}
