import Models
import RewardsAPI

extension Streak {
    /// - Parameters:
    ///   - days: with activity; any order, several times each if need be.
    ///   - span: 1 for days in a row, 7 for weeks.
    init(of days: some Sequence<Day>, on today: Day, span: Int) throws {
        let places = Set(days.filter { $0 <= today }.map { Self.place(of: $0, span) }).sorted()
        var run = Run()
        var longest = 0
        for place in places {
            run.extend(to: place)
            longest = max(longest, run.length)
        }
        let (current, isFrozen) = run.standing(at: Self.place(of: today, span))
        self.init(
            current: try Count(wire: Int64(current)),
            longest: try Count(wire: Int64(longest)),
            last: run.last.map { Day(number: span == 7 ? $0 * 7 - 3 : $0) },
            isFreezeUsed: isFrozen
        )
    }

    /// The number of the day, or of the week that begins on Monday: 1970-01-01 was a Thursday.
    private static func place(of day: Day, _ span: Int) -> Int { span == 7 ? (day.monday.number + 3) / 7 : day.number }

    /// A stretch in which at most one is missed.
    private struct Run {
        var length = 0
        var last: Int?
        /// Whether one is missed in it.
        var isFrozen = false
        /// How much of it comes after the one that is missed: what remains of the run when another is missed.
        var sinceFreeze = 0

        mutating func extend(to place: Int) {
            switch last.map({ place - $0 - 1 }) {
            case 0: (length, sinceFreeze) = (length + 1, sinceFreeze + 1)
            case 1: (length, isFrozen, sinceFreeze) = ((isFrozen ? sinceFreeze : length) + 1, true, 1)
            default: (length, isFrozen, sinceFreeze) = (1, false, 1)
            }
            last = place
        }

        /// What is not over yet is not missed.
        func standing(at now: Int) -> (length: Int, isFrozen: Bool) {
            switch last.map({ now - $0 - 1 }) {
            case .some(...0): (length, isFrozen)
            case 1: (isFrozen ? sinceFreeze : length, true)
            default: (0, false)
            }
        }
    }
}
