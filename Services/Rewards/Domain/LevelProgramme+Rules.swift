import Contract
import Models
import RewardsAPI

extension DefineLevels {
    func programme(version: RuleVersion, at now: Instant) throws(Refusal) -> LevelProgramme {
        guard Set(levels.map(\.key)).count == levels.count else { throw .levelTwice }
        let pairs = zip(levels, levels.dropFirst())
        guard !levels.isEmpty, levels.count <= 20, pairs.allSatisfy({ $0.isBelow($1) }) else {
            throw .levelsNotAscending
        }
        return LevelProgramme(
            version: version,
            levels: levels,
            contributions: contributions,
            period: period,
            grace: grace ?? .zero,
            downgrade: downgrade,
            notice: notice ?? .example,
            from: max(from ?? now.day, now.day)
        )
    }
}

extension LevelTerms {
    /// Whether the other asks for more of one, and for no less of the other.
    func isBelow(_ other: LevelTerms) -> Bool {
        points <= other.points && contributions <= other.contributions
            && (points, contributions) != (other.points, other.contributions)
    }
}

extension LevelProgramme {
    /// - Returns: -1 for no level, and for one that this version does not have.
    func place(of key: LevelKey?) -> Int { levels.firstIndex { $0.key == key } ?? -1 }

    func key(at place: Int) -> LevelKey? { levels.indices.contains(place) ? levels[place].key : nil }

    /// Whether a level is at least the one that is asked for. Nobody reaches one that this version does not have.
    func reaches(_ minimum: LevelKey, with level: LevelKey?) -> Bool {
        let needed = place(of: minimum)
        return needed >= 0 && place(of: level) >= needed
    }

    /// A level and all below it.
    func levels(through key: LevelKey?) -> ArraySlice<LevelTerms> { levels.prefix(place(of: key) + 1) }

    /// Those of a level and of all below it, by name.
    func privileges(of key: LevelKey?) -> [Privilege] { Set(levels(through: key).flatMap(\.privileges)).sorted() }

    /// The whole answer of a day: what the rule gives, beside what staff gave.
    func standing(of member: Member.ID, _ activity: [Activity], byHand grant: LevelGrant?, on day: Day) throws
        -> LevelStanding
    {
        let rule = LevelRule(self, activity)
        let state = rule.state(on: day)
        let sum = rule.window.sum(on: day)
        let (review, loss) = rule.outlook(after: day)
        let given = place(of: grant?.level)
        let level = max(state.level, given)
        return LevelStanding(
            member: member,
            programme: version,
            level: key(at: level),
            reason: given > state.level ? .hand : reason(state, rule.reached(on: day)),
            since: given > state.level ? nil : state.since,
            from: rule.window.firstDay(countingOn: day),
            through: day,
            points: try Points(wire: sum.points),
            contributions: try Count(wire: sum.contributions),
            next: try gap(above: level, sum),
            reviewedOn: review,
            endsOn: end(of: level, byRule: state.level, loss, given == level ? grant?.until.day : nil),
            byHand: grant
        )
    }

    private func reason(_ state: LevelState, _ reached: Int) -> LevelReason {
        if state.level < 0 { return .belowAll }
        if reached >= state.level { return .reached }
        return downgrade == .never ? .kept : .grace
    }

    /// A level that rule and staff both give is lost when neither gives it any more.
    private func end(of level: Int, byRule: Int, _ loss: Day?, _ grantEnd: Day?) -> Day? {
        guard level >= 0, byRule == level else { return grantEnd }
        return loss.map { max($0, grantEnd ?? $0) }
    }

    private func gap(above level: Int, _ sum: (points: Int64, contributions: Int64)) throws -> LevelGap? {
        guard levels.indices.contains(level + 1) else { return nil }
        let next = levels[level + 1]
        return LevelGap(
            level: next.key,
            points: try Count(wire: max(0, next.points.wire - sum.points)),
            contributions: try Count(wire: max(0, next.contributions.wire - sum.contributions))
        )
    }
}
