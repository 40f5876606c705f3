import IdeasAPI
import Models

/// The order of ideas, to the last.
struct TieBreak {
    var rule: TieRule

    func isBefore(_ left: Ranking.Entry, _ right: Ranking.Entry) -> Bool {
        if left.isSupported != right.isSupported { return left.isSupported }
        if left.key != right.key { return left.key > right.key }
        let (earlier, later) = (left.candidate.submittedAt, right.candidate.submittedAt)
        if rule == .earliestSubmission, earlier != later { return earlier < later }
        return (left.draw.wire, left.candidate.idea.wire) < (right.draw.wire, right.candidate.idea.wire)
    }

    /// - Parameter entries: in their order.
    func ties(_ entries: [Ranking.Entry]) -> [TieDecision] {
        var groups: [[Ranking.Entry]] = []
        for entry in entries where entry.isSupported {
            if let last = groups.last?.last, last.key == entry.key {
                groups[groups.count - 1].append(entry)
            } else {
                groups.append([entry])
            }
        }
        return groups.filter { $0.count > 1 }.map { group in
            let moments = Set(group.map(\.candidate.submittedAt))
            return TieDecision(
                key: group[0].key,
                ideas: group.map(\.candidate.idea),
                decidedBy: moments.count == group.count ? rule : .sealDraw
            )
        }
    }
}
