import Models
import RewardsAPI

extension EngagementEffect {
    init(_ sums: [EngagementSums], isComplete: Bool) throws {
        let awarded = sums.first { $0.isAwarded }
        let others = sums.first { !$0.isAwarded }
        self.init(
            awarded: try EngagementGroup(awarded),
            others: try EngagementGroup(others),
            difference: nil,
            low: nil,
            high: nil,
            isComplete: isComplete
        )
        guard let one = awarded, let two = others else { return }
        let difference = one.mean - two.mean
        self.difference = difference
        guard one.members >= 30, two.members >= 30 else { return }
        let error = (one.variance / Double(one.members) + two.variance / Double(two.members)).squareRoot()
        low = difference - 1.959964 * error
        high = difference + 1.959964 * error
    }
}

extension EngagementGroup {
    fileprivate init(_ sums: EngagementSums?) throws {
        self.init(
            members: try Count(wire: sums?.members ?? 0),
            before: try Count(wire: sums?.before ?? 0),
            after: try Count(wire: sums?.after ?? 0),
            change: sums?.mean
        )
    }
}

extension EngagementSums {
    var mean: Double { Double(after - before) / Double(members) }

    /// Of a sample, so divided by one less than there are.
    var variance: Double {
        members > 1 ? (Double(squares) - Double(members) * mean * mean) / Double(members - 1) : 0
    }
}
