import Testing

@testable import Feedback

struct SuppressionTests {
    private func hidden(_ counts: [Int64], threshold: Int64 = 5, order: [Int]? = nil) -> Set<Int> {
        Suppression.hidden(
            counts,
            base: counts.reduce(0, +),
            threshold: threshold,
            isMultiple: false,
            order: order ?? Array(counts.indices)
        )
    }

    @Test func hidesNothingWhereNothingIsSmall() { #expect(hidden([5, 6, 9]) == []) }

    @Test func hidesASmallCellAndAnotherOne() {
        #expect(hidden([19, 1]) == [0, 1])
        #expect(hidden([10, 9, 1], order: [1, 0, 2]) == [1, 2])
    }

    @Test func twoSmallCellsProtectEachOtherOnceTheyAreEnough() { #expect(hidden([15, 3, 2]) == [1, 2]) }

    @Test func twoSmallCellsThatAreTooFewTogetherTakeAnother() { #expect(hidden([3, 16, 1]) == [0, 1, 2]) }

    @Test func aLowerThresholdHidesLess() { #expect(hidden([3, 16, 1], threshold: 2) == [0, 2]) }

    @Test func hidesWhatAllButAFewTicked() {
        let hidden = Suppression.hidden([15, 18, 12], base: 20, threshold: 5, isMultiple: true, order: [2, 0, 1])
        #expect(hidden == [1, 2])
    }

    @Test func theOrderIsAPermutationThatTheSeedDecides() {
        let orders = (0..<50).map { Suppression.order(6, seed: $0, question: 1) }
        #expect(orders.allSatisfy { $0.sorted() == Array(0..<6) })
        #expect(Set(orders.map { $0[0] }).count == 6)
        #expect(Suppression.order(6, seed: 7, question: 1) == Suppression.order(6, seed: 7, question: 1))
        #expect(Suppression.order(6, seed: 7, question: 1) != Suppression.order(6, seed: 7, question: 2))
    }

    /// An attacker knows the total, the shown cells, the threshold and this rule, but not the secret order. For every
    /// table of up to 16 people in three or four cells, each hidden cell can still have been two values at least.
    @Test(arguments: [3, 4])
    func noHiddenCellFollowsFromWhatIsShown(cells: Int) {
        let threshold: Int64 = 3
        let orders = permutations(Array(0..<cells))
        for total in Int64(1)...(cells == 3 ? 16 : 11) {
            var candidates: [[Int64?]: [[Int64]]] = [:]
            for counts in compositions(of: total, into: cells) {
                for picture in Set(orders.map { self.picture(counts, threshold, $0) }) {
                    candidates[picture, default: []].append(counts)
                }
            }
            for (picture, possible) in candidates {
                for index in picture.indices where picture[index] == nil {
                    #expect(Set(possible.map { $0[index] }).count >= 2, "\(picture) gives cell \(index) away")
                }
            }
        }
    }

    /// The same attack succeeds where the smallest other cell is taken, which is why it is not.
    @Test func takingTheSmallestCellWouldGiveCellsAway() {
        let counts: [Int64] = [5, 5, 4]
        func picture(_ counts: [Int64]) -> [Int64?] {
            let smallest = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
            return self.picture(counts, 5, smallest)
        }
        let possible = compositions(of: 14, into: 3).filter { picture($0) == picture(counts) }
        #expect(possible == [counts])
    }

    private func picture(_ counts: [Int64], _ threshold: Int64, _ order: [Int]) -> [Int64?] {
        let hidden = hidden(counts, threshold: threshold, order: order)
        return counts.indices.map { hidden.contains($0) ? nil : counts[$0] }
    }

    private func compositions(of total: Int64, into cells: Int) -> [[Int64]] {
        if cells == 1 { return [[total]] }
        return (0...total).flatMap { first in
            compositions(of: total - first, into: cells - 1).map { [first] + $0 }
        }
    }

    private func permutations(_ items: [Int]) -> [[Int]] {
        if items.count < 2 { return [items] }
        return items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
    }
}
