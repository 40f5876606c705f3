import Testing

@testable import Feedback

struct ChanceTests {
    @Test(arguments: [(5, 5, 1.0), (0, 0, 1.0), (4, 0, 0.125), (0, 6, 0.03125), (10, 2, 0.038574)])
    func countsHaveTheirExactProbability(_ first: Int64, _ second: Int64, _ expected: Double) {
        #expect(abs(Chance.equalCounts(first, second) - expected) < 1e-6)
    }

    /// R. A. Fisher's lady tasting tea: all right 1 in 35, two-sided; three right of four 17 in 35.
    @Test(arguments: [(4, 4, 0, 4, 2.0 / 70), (3, 4, 1, 4, 34.0 / 70), (1, 2, 1, 2, 1.0), (0, 0, 3, 4, 1.0)])
    func sharesHaveTheirExactProbability(
        _ first: Int64,
        _ firstBase: Int64,
        _ second: Int64,
        _ secondBase: Int64,
        _ expected: Double
    ) {
        #expect(abs(Chance.equalShares(first, of: firstBase, second, of: secondBase) - expected) < 1e-9)
    }

    @Test func largeNumbersNeitherOverflowNorVanish() {
        #expect(Chance.equalCounts(1_000_000, 1_000_100) > 0.9)
        #expect(Chance.equalCounts(1_000_000, 1_010_000) < 1e-10)
        #expect(Chance.equalShares(9000, of: 10_000, 8000, of: 10_000) < 1e-10)
    }

    @Test func fewFalseAlarmsAreLetThrough() {
        #expect(Chance.clear([0.001, 0.2, 0.03]) == [true, false, true])
        #expect(Chance.clear([0.04, 0.2, 0.9]) == [false, false, false])
        #expect(Chance.clear([]) == [])
    }

    /// Requirement 4.11: with no true change, the share of reports with any clear change stays below the set rate.
    @Test func withoutAChangeHardlyAnyReportTellsOfOne() {
        var random = SplitMix(seed: UInt64.random(in: 0...UInt64.max))
        print("ChanceTests seed \(random.seed)")
        let rounds = 10_000
        let alarms = (0..<rounds).count { _ in
            let judged = (0..<12).map { _ in Chance.equalCounts(random.poisson(12), random.poisson(12)) }
            return Chance.clear(judged).contains(true)
        }
        #expect(Double(alarms) / Double(rounds) < 0.05)
    }
}

/// A generator whose seed a failing test prints.
struct SplitMix: RandomNumberGenerator {
    let seed: UInt64
    private var state: UInt64

    init(seed: UInt64) {
        self.seed = seed
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// D. E. Knuth's method: how many uniform factors the product survives.
    mutating func poisson(_ mean: Int) -> Int64 {
        var product = 1.0
        var count: Int64 = -1
        let limit = exponential(-Double(mean))
        while product > limit {
            product *= Double.random(in: 0..<1, using: &self)
            count += 1
        }
        return count
    }

    private func exponential(_ power: Double) -> Double {
        var (sum, term) = (1.0, 1.0)
        for step in 1..<60 {
            term *= -power / Double(step)
            sum += term
        }
        return 1 / sum
    }
}
