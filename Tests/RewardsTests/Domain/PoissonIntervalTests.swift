import Foundation
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// The 95 % limits of the tables that follow F. Garwood (Biometrika 28, 1936).
@Test(
    arguments: [
        (0, 0, 3.689), (1, 0.025, 5.572), (2, 0.242, 7.225), (5, 1.623, 11.668), (10, 4.795, 18.390),
        (20, 12.217, 30.888), (50, 37.111, 65.919), (100, 81.364, 121.627),
    ] as [(Int64, Double, Double)]
)
func poissonLimitsAreThePublished(count: Int64, low: Double, high: Double) {
    let limits = PoissonInterval.limits(for: count)
    #expect(abs(limits.low - low) < 0.0006)
    #expect(abs(limits.high - high) < 0.0006)
}

@Test func poissonLimitsHoldForLargeCounts() {
    let limits = PoissonInterval.limits(for: 1_000_000)
    #expect(abs(limits.low - (1_000_000 - 1960)) < 5)
    #expect(abs(limits.high - (1_000_000 + 1960)) < 5)
}

/// Of 4000 communities whose members bring 1.2 others on average, at least 95 of 100 intervals have 1.2 in them.
@Test func intervalCoversTheTruth() throws {
    var generator = SeededGenerator.printed()
    let truth = 1.2, members: Int64 = 40
    var covered = 0
    for _ in 0..<4000 {
        var brought: Int64 = 0
        for _ in 0..<members { brought += poisson(truth, using: &generator) }
        let estimate = Reproduction(members: try Count(wire: members), brought: try Count(wire: brought))
        let (low, high) = (try #require(estimate.low), try #require(estimate.high))
        if low <= truth, truth <= high { covered += 1 }
    }
    // Three standard errors below what is promised.
    #expect(covered >= 3758, "\(covered) of 4000")
}

@Test func nobodyReproducesNothing() {
    let estimate = Reproduction(members: .zero, brought: .zero)
    #expect(estimate.value == nil)
    #expect(estimate.high == nil)
}

/// D. E. Knuth, "Seminumerical Algorithms", 3.4.1: multiplies until the product falls below e to the minus mean.
func poisson(_ mean: Double, using generator: inout SeededGenerator) -> Int64 {
    let limit = exp(-mean)
    var product = Double.random(in: 0..<1, using: &generator)
    var count: Int64 = 0
    while product > limit {
        count += 1
        product *= Double.random(in: 0..<1, using: &generator)
    }
    return count
}
