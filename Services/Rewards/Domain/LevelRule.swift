import Models
import RewardsAPI

/// Which level the rule gives, as a number: 0 for the lowest of the programme, -1 for none.
struct LevelState: Hashable, Sendable {
    var level = -1
    var since: Day?
    /// Where the level is no longer reached: when its grace is over.
    var due: Day?
}

/// A member's level by the rule: nothing but the programme, what the member did on which day, and the date decides.
struct LevelRule: Sendable {
    let programme: LevelProgramme
    let window: ActivityWindow

    init(_ programme: LevelProgramme, _ activity: [Activity]) {
        self.programme = programme
        window = ActivityWindow(activity, months: Int(programme.period.wire))
    }

    /// The highest level whose terms are met on a day, and with them those of all below.
    func reached(on day: Day) -> Int {
        let sum = window.sum(on: day)
        let short = programme.levels.firstIndex {
            $0.points.wire > sum.points || $0.contributions.wire > sum.contributions
        }
        return (short ?? programme.levels.count) - 1
    }

    func state(on day: Day) -> LevelState { walk(through: day).last?.state ?? LevelState() }

    /// When the rule next has to look, and when the level is lost, if nothing more is earned or contributed.
    func outlook(after day: Day) -> (review: Day?, loss: Day?) {
        let steps = walk(through: Day(number: .max))
        let now = steps.last { $0.day <= day }?.state.level ?? -1
        let later = steps.filter { $0.day > day }
        return (later.first?.day, later.first { $0.state.level < now }?.day)
    }

    /// The days on which something begins or ceases to count or a grace ends, each with what is then.
    private func walk(through last: Day) -> [(day: Day, state: LevelState)] {
        let days = Set(window.entries.map(\.day) + window.ends).sorted()
        var steps: [(day: Day, state: LevelState)] = []
        var state = LevelState()
        var index = 0
        while let day = [days.indices.contains(index) ? days[index] : nil, state.due].compactMap(\.self).min(),
            day <= last
        {
            advance(&state, to: day)
            steps.append((day, state))
            while days.indices.contains(index), days[index] <= day { index += 1 }
        }
        return steps
    }

    private func advance(_ state: inout LevelState, to day: Day) {
        let reached = reached(on: day)
        if reached >= state.level {
            if reached > state.level { state.since = day }
            (state.level, state.due) = (reached, nil)
        } else if programme.downgrade != .never {
            let due = state.due ?? Day(number: day.number + Int(programme.grace.wire))
            state.due = due
            if day >= due { lower(&state, to: reached, on: day) }
        }
    }

    /// Where one step is not enough the next level has a grace of its own, and a day at least.
    private func lower(_ state: inout LevelState, to reached: Int, on day: Day) {
        state.level = programme.downgrade == .full ? reached : state.level - 1
        state.since = state.level < 0 ? nil : day
        state.due = state.level > reached ? Day(number: day.number + max(1, Int(programme.grace.wire))) : nil
    }
}
