import Foundation
import Models
import RewardsAPI

/// Calculates an explanation again, from nothing but the answer and with code of its own: nothing here calls the service.
/// The results that stand in the steps are not read.
struct Recalculation {
    let explanation: Explanation
    private var results: [Int64] = []

    struct Unclear: Error { let step: ArithmeticStep }

    init(_ explanation: Explanation) { self.explanation = explanation }

    /// The number, from the steps.
    mutating func number() throws -> Int64? {
        results = []
        for step in explanation.steps { results.append(try result(of: step)) }
        return results.last
    }

    private func result(of step: ArithmeticStep) throws -> Int64 {
        let values = step.operands.map { operand in operand.step.map { results[Int($0) - 1] } ?? operand.value }
        switch step.operation {
        case .sum:
            var total: Int64 = 0
            for value in values { total += value }
            return total
        case .difference: return values.dropFirst().reduce(values[0]) { $0 - $1 }
        case .largest: return values.sorted().last ?? 0
        case .scale:
            guard values.count == 5 else { throw Unclear(step: step) }
            return scaled(values[0], values[1], values[2], least: values[3], most: values[4])
        case .share: return try share(of: values[0])
        case .levelReached: return try level(values[0], values[1])
        case .levelKept: return try LevelDiary(explanation).level()
        }
    }

    private func scaled(_ number: Int64, _ times: Int64, _ per: Int64, least: Int64, most: Int64) -> Int64 {
        let (high, low) = number.magnitude.multipliedFullWidth(by: times.magnitude)
        let parts = per.magnitude.dividingFullWidth((high, low))
        let isNegative = (number < 0) != (per < 0)
        var value = Int64(parts.quotient)
        if isNegative { value = -value - (parts.remainder > 0 ? 1 : 0) }
        if value < least { return least }
        return value > most ? most : value
    }

    /// One point after the other to whoever lacks most.
    private func share(of total: Int64) throws -> Int64 {
        guard let event = explanation.event, let weights = event.weights, let place = event.place else {
            throw Unclear(step: explanation.steps[0])
        }
        let all = weights.reduce(0) { $0 + $1.wire }
        var parts = weights.map { total * $0.wire / all }
        var lacks = weights.map { total * $0.wire % all }
        for _ in 0..<(total - parts.reduce(0, +)) {
            guard let most = lacks.max(), let index = lacks.firstIndex(of: most) else { break }
            parts[index] += 1
            lacks[index] = -1
        }
        return parts[Int(place) - 1]
    }

    private func level(_ points: Int64, _ contributions: Int64) throws -> Int64 {
        let levels = explanation.programme?.levels ?? []
        return Int64(levels.prefix { $0.points.wire <= points && $0.contributions.wire <= contributions }.count)
    }

    /// What the terms of the rule give for the event, without the steps; nil where no rule decided.
    func amountByTerms() throws -> Int64? {
        guard let rule = explanation.rule, let event = explanation.event else { return nil }
        var amount = rule.amount.wire
        if let formula = rule.terms.formula {
            let number = event.numbers?[formula.field.wire] ?? 0
            let per = formula.perField.map { event.numbers?[$0.wire] ?? 0 } ?? formula.per ?? 1
            amount = scaled(number, formula.times ?? 1, per, least: formula.least?.wire ?? 0, most: amount)
        }
        for multiplier in rule.terms.multipliers ?? [] where applies(multiplier, event) {
            amount = amount * multiplier.times / (multiplier.per ?? 1)
        }
        if let decay = rule.terms.decay, let place = event.place {
            for _ in 1..<place { amount = amount * decay.times / decay.per }
        }
        return rule.pays == .contributor ? try share(of: amount) : amount
    }

    private func applies(_ multiplier: AwardMultiplier, _ event: ExplainedEvent) -> Bool {
        if let from = multiplier.from, event.at < from { return false }
        if let until = multiplier.until, until <= event.at { return false }
        return (multiplier.conditions ?? []).allSatisfy { condition in
            switch condition.about {
            case .word: condition.values?.contains(event.words?[condition.field?.wire ?? ""] ?? "") == true
            case .number: (event.numbers?[condition.field?.wire ?? ""] ?? 0) >= (condition.number ?? 0)
            default: false
            }
        }
    }
}

/// The level day by day, from the first on which anything happened: slow and plain.
struct LevelDiary {
    let programme: LevelProgramme?
    let days: [ExplainedDay]
    let today: Int

    init(_ explanation: Explanation) {
        programme = explanation.programme
        days = explanation.days ?? []
        today = Int((explanation.at.microseconds / 86_400_000_000))
    }

    func level() throws -> Int64 {
        guard let programme, let first = days.map({ number($0.day) }).min() else { return 0 }
        let entries = days.map { (begin: number($0.day), end: end($0.day, programme), day: $0) }
        var (level, due): (Int, Int?) = (0, nil)
        for day in first...max(first, today) where day <= today {
            let counted = entries.filter { $0.begin <= day && day < $0.end }.map(\.day)
            let points = counted.reduce(0) { $0 + $1.points.wire }
            let made = counted.reduce(0) { $0 + $1.contributions.wire }
            let reached = programme.levels.prefix { $0.points.wire <= points && $0.contributions.wire <= made }.count
            if reached >= level {
                (level, due) = (reached, nil)
            } else if programme.downgrade != .never {
                let end = due ?? day + Int(programme.grace.wire)
                due = end
                guard day >= end else { continue }
                level = programme.downgrade == .full ? reached : level - 1
                due = level > reached ? day + max(1, Int(programme.grace.wire)) : nil
            }
        }
        return Int64(level)
    }

    private func number(_ day: Day) -> Int { Int(day.start.microseconds / 86_400_000_000) }

    /// The last day of a shorter month ends what was done on a later one.
    private func end(_ day: Day, _ programme: LevelProgramme) -> Int {
        let parts = day.wire.split(separator: "-").compactMap { Int($0) }
        let months = parts[0] * 12 + parts[1] - 1 + Int(programme.period.wire)
        let (year, month) = (months / 12, months % 12)
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let leaps = { (year: Int) in (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 }
        let beforeYear = (year - 1970) * 365 + leaps(year) - leaps(1970)
        return beforeYear + lengths.prefix(month).reduce(0, +) + min(parts[2], lengths[month]) - 1
    }
}
