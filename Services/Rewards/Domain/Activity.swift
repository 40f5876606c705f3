import Models
import RewardsAPI

/// What a member earned and contributed on a day that counts for levels.
struct Activity: Hashable, Sendable {
    let day: Day
    /// Net of what was taken back of it, whenever that was.
    var points: Int64
    var contributions: Int64
}

extension [Activity] {
    /// One for each day on which there is something, in the order of days.
    init(points: [Day: Int64], contributions: [Day: Int64]) {
        self = Set(points.keys).union(contributions.keys).sorted().map { day in
            Activity(day: day, points: points[day, default: 0], contributions: contributions[day, default: 0])
        }
    }
}

/// Sums over the days of a period that ends on a given day, of one member.
struct ActivityWindow: Sendable {
    let entries: [Activity]
    /// For each entry the first day on which it no longer counts; in the order of days, as the entries are.
    let ends: [Day]
    private let months: Int
    /// Of the entries before each, and of all.
    private var sums: [(points: Int64, contributions: Int64)] = [(0, 0)]

    /// - Parameter entries: in the order of days.
    init(_ entries: [Activity], months: Int) {
        self.entries = entries
        self.months = months
        ends = entries.map { $0.day.adding(months: months) }
        for entry in entries {
            let before = sums[sums.count - 1]
            sums.append((before.points + entry.points, before.contributions + entry.contributions))
        }
    }

    /// What counts on a day: that day's and the period's before it.
    func sum(on day: Day) -> (points: Int64, contributions: Int64) {
        let begun = count(upTo: day) { entries[$0].day }
        let over = min(begun, count(upTo: day) { ends[$0] })
        return (sums[begun].points - sums[over].points, sums[begun].contributions - sums[over].contributions)
    }

    /// How many of the days, which are in order, are not later than the given one.
    private func count(upTo day: Day, _ dayAt: (Int) -> Day) -> Int {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if dayAt(middle) <= day { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The earliest day that counts on the given one.
    func firstDay(countingOn day: Day) -> Day {
        var first = day.adding(months: -months)
        while first.adding(months: months) <= day { first = Day(number: first.number + 1) }
        return first
    }
}
