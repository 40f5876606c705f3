import Models
import Support
import Testing

@testable import Rewards

/// What Hamilton's method promises of any total and any weights: the parts add up, each is the exact share rounded down or
/// up, and no part of a smaller remainder is rounded up while one of a larger is not. In whole numbers throughout.
@Test func partsAlwaysAddUp() throws {
    var generator = SeededGenerator.printed()
    for _ in 0..<5000 {
        let most: Int64 = Bool.random(using: &generator) ? 5 : Points.range.upperBound
        let weights = (0..<Int.random(in: 1...12, using: &generator)).map {
            (name: "\($0)", weight: Int64.random(in: 1...most, using: &generator))
        }
        let total = Int64.random(
            in: 0...(Bool.random(using: &generator) ? 20 : Points.range.upperBound),
            using: &generator
        )
        let parts = LargestRemainder.parts(of: total, by: weights)
        #expect(parts.reduce(0, +) == total)
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1.weight) }
        let exact = weights.map { (Int128(total) * Int128($0.weight)).quotientAndRemainder(dividingBy: sum) }
        let isUp = zip(parts, exact).map { Int128($0) - $1.quotient }
        #expect(isUp.allSatisfy { $0 == 0 || $0 == 1 }, "\(total) by \(weights)")
        let leastUp: Int128 = zip(exact, isUp).filter { $1 == 1 }.map(\.0.remainder).min() ?? sum
        let mostDown: Int128 = zip(exact, isUp).filter { $1 == 0 }.map(\.0.remainder).max() ?? 0
        #expect(leastUp >= mostDown, "\(total) by \(weights)")
    }
}

/// Equal remainders are decided by the name, so that the order in which members come changes nothing.
@Test func partsDoNotDependOnTheOrder() throws {
    var generator = SeededGenerator.printed()
    for _ in 0..<1000 {
        let weights = (0..<Int.random(in: 2...9, using: &generator)).map {
            (name: "member \($0)", weight: Int64.random(in: 1...3, using: &generator))
        }
        let total = Int64.random(in: 0...50, using: &generator)
        let shuffled = weights.shuffled(using: &generator)
        let one = Dictionary(
            uniqueKeysWithValues: zip(weights.map(\.name), LargestRemainder.parts(of: total, by: weights))
        )
        let other = Dictionary(
            uniqueKeysWithValues: zip(shuffled.map(\.name), LargestRemainder.parts(of: total, by: shuffled))
        )
        #expect(one == other)
    }
}

@Test func nothingIsDividedAmongNobody() {
    #expect(LargestRemainder.parts(of: 10, by: []).isEmpty)
    #expect(LargestRemainder.parts(of: 2, by: [("a", 1), ("b", 1), ("c", 1)]) == [1, 1, 0])
}
