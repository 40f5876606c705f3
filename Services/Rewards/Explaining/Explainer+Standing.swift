import Models
import RewardsAPI
import TypedSQL

extension Explainer {
    func level(_ about: ExplainedNumber, of member: Member.ID, in programme: LevelProgramme) throws -> Explanation {
        let activity = try tx.activity(of: member, in: programme)
        let grant = try tx.first(LevelGrantTable.granted(to: member, at: now))
        let rule = LevelRule(programme, activity)
        var arithmetic = Arithmetic()
        let counted = rule.window.counted(on: now.day)
        let points = try arithmetic.add(.points, .sum, counted.map { StepOperand($0.points, day: $0.day) })
        if about != .countedPoints {
            let made = counted.filter { $0.contributions != 0 }
            let contributions = try arithmetic.add(
                .contributions,
                .sum,
                made.map { StepOperand($0.contributions, day: $0.day) }
            )
            if about == .level { try level(&arithmetic, points, contributions, rule, grant) }
        }
        var explanation = Explanation(about, of: member, at: now, steps: arithmetic.steps)
        explanation.programme = programme
        explanation.byHand = grant
        explanation.days = try activity.map {
            ExplainedDay(
                day: $0.day,
                points: try Points(wire: $0.points),
                contributions: try Count(wire: $0.contributions)
            )
        }
        return explanation
    }

    /// Places are counted from 1 here, because a result of 0 reads as none.
    private func level(
        _ arithmetic: inout Arithmetic,
        _ points: StepOperand,
        _ contributions: StepOperand,
        _ rule: LevelRule,
        _ grant: LevelGrant?
    ) throws {
        let today = Int64(rule.reached(on: now.day) + 1)
        let reached = arithmetic.add(.reached, .levelReached, [points, contributions], giving: today)
        let kept = Int64(rule.state(on: now.day).level + 1)
        let byRule = arithmetic.add(.byRule, .levelKept, [reached], giving: kept)
        let given = Int64(rule.programme.place(of: grant?.level) + 1)
        let byHand = try arithmetic.add(.byHand, .sum, [StepOperand(given)])
        try arithmetic.add(.level, .largest, [byRule, byHand])
    }

    /// - Returns: nil where the member has no place.
    func rank(of member: Member.ID, in period: Period, _ scope: LeaderboardScope) throws -> Explanation? {
        guard let place = try tx.first(TransferTable.standing(of: member, in: period, of: scope)) else { return nil }
        let account = AccountID.member(member, .points)
        let latest = try tx.all(TransferTable.earnings(on: account, in: period, of: scope, limit: limit))
        var arithmetic = Arithmetic()
        try arithmetic.add(.earned, .sum, latest.operands(of: place.earned.wire))
        let ahead = try arithmetic.add(.ahead, .sum, [StepOperand(place.rank.wire - 1)])
        try arithmetic.add(.rank, .sum, [StepOperand(1), ahead])
        return Explanation(
            .rank,
            of: member,
            at: now,
            asset: .points,
            steps: try arithmetic.agreeing(with: place.rank.wire)
        )
    }
}

extension ActivityWindow {
    /// The days that count on the given one.
    func counted(on day: Day) -> [Activity] {
        zip(entries, ends).filter { $0.0.day <= day && $0.1 > day }.map(\.0)
    }
}
