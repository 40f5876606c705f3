import Hosting
import Models
import RewardsAPI
import Support

@testable import Rewards

// Clocks of machines are set, and moments that matter are met exactly.

extension LedgerRun {
    private static let day: Int64 = 86_400_000_000

    /// A day to and fro, as a clock that is set; not to the microsecond, so that no two awards come at the same moment,
    /// and not to before there was anything.
    mutating func jump() {
        let isForward = Bool.random(using: &generator) || now < .example + .days(2)
        let change = isForward ? Self.day : -Self.day
        let rest = Int64.random(in: 1..<1_000_000, using: &generator)
        host.clock.set(Instant(microseconds: now.microseconds + change + rest))
    }

    /// To the very moment at which something ends, or to the last one before it.
    mutating func edge() {
        let lots = model.accounts.flatMap { $0.lots.filter { $0.value > 0 }.map(\.key) }
        let due =
            grants.values.compactMap { $0.isOpen ? $0.dueAt : nil }
            + holds.values.compactMap {
                $0.isOpen ? $0.until : nil
            }
        let ahead = (lots + due + calendar).filter { $0 > now && $0 < now + .days(60) }.sorted()
        guard let end = ahead.randomElement(using: &generator) else { return }
        let early: Int64 = Bool.random(using: &generator) ? 1 : 0
        host.clock.set(Instant(microseconds: end.microseconds - early))
    }

    /// Midnights at the ends of months, the leap day among them, and the moments at which Europe changes its clocks.
    private var calendar: [Instant] {
        let first = Day(number: now.day.number - (Int(now.day.wire.suffix(2)) ?? 1) + 1)
        return (1...2).flatMap { months -> [Instant] in
            let next = first.adding(months: months)
            let last = Day(number: next.number - 1)
            let sunday = Day(number: last.number - ((last.number + 3) % 7 + 1) % 7)
            return [next.start, last.start, sunday.start + .hours(1)]
        }
    }
}
