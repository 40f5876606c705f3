import Contract
import Models
import RewardsAPI

/// What criteria are compared with: all that counts of one member.
struct StandingFigures: Hashable, Sendable {
    let contributions: [EarningEvent: Int64]
    /// Ever earned and not taken back.
    let earned: Int64
    /// The levels that the member has, the highest and all below it.
    let levels: Set<LevelKey>

    /// - Returns: nil where nothing is counted, because staff decide.
    func value(of criterion: StandingCriterion) -> Int64? {
        switch criterion.kind {
        case .contributions: criterion.event.map { contributions[$0, default: 0] }
        case .points: earned
        case .level: criterion.level.map { levels.contains($0) ? 1 : 0 }
        case .hand: nil
        }
    }
}

extension StandingCriterion {
    /// Whether it says what it needs and nothing else.
    var isComplete: Bool { (event != nil) == (kind == .contributions) && (level != nil) == (kind == .level) }
}

extension DefineBadge {
    func terms() throws(Refusal) -> BadgeTerms {
        guard criterion.isComplete else { throw .criterionIncomplete }
        var steps = steps ?? []
        if steps.isEmpty, let one = try? PointAmount(wire: 1) { steps = [one] }
        guard steps.count <= 20, zip(steps, steps.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .stepsNotAscending }
        if criterion.kind == .level, steps.map(\.wire) != [1] { throw .stepsNotAscending }
        return BadgeTerms(key: key, title: title, criterion: criterion, steps: steps)
    }
}

extension DefineCollection {
    func terms() throws(Refusal) -> CollectionTerms {
        guard !items.isEmpty, items.count <= 100, Set(items.map(\.key)).count == items.count else { throw .itemTwice }
        guard items.allSatisfy(\.criterion.isComplete) else { throw .criterionIncomplete }
        return CollectionTerms(key: key, title: title, items: items)
    }
}
