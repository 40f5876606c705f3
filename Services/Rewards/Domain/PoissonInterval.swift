import Foundation
import RewardsAPI

/// The exact interval for the mean of a Poisson count: F. Garwood, "Fiducial limits for the Poisson distribution",
/// Biometrika 28 (1936) 437-442. Its ends are the means by which that many or more, or that many or fewer, have a
/// probability of 2.5 %.
enum PoissonInterval {
    static func limits(for count: Int64, level: Double = 0.95) -> (low: Double, high: Double) {
        let tail = (1 - level) / 2
        let spread = 40 + 12 * Double(count).squareRoot()
        let low = count == 0 ? 0 : root(in: 0...Double(count)) { atLeast(count, by: $0) - tail }
        let high = root(in: Double(count)...Double(count) + spread) { tail - atMost(count, by: $0) }
        return (low, high)
    }

    /// Halves until nothing is left to halve.
    /// - Parameter rising: below zero on the left of what is looked for, above it on the right.
    private static func root(in range: ClosedRange<Double>, _ rising: (Double) -> Double) -> Double {
        var (left, right) = (range.lowerBound, range.upperBound)
        for _ in 0..<100 {
            let middle = (left + right) / 2
            if rising(middle) < 0 { left = middle } else { right = middle }
        }
        return (left + right) / 2
    }

    /// The probability of `count` or more, for a mean below it: the terms fall from the first on.
    private static func atLeast(_ count: Int64, by mean: Double) -> Double {
        guard mean > 0 else { return 0 }
        var (term, sum, next) = (probability(of: count, by: mean), 0.0, Double(count))
        while term > sum * 1e-16, term > 0 {
            sum += term
            next += 1
            term *= mean / next
        }
        return sum
    }

    /// The probability of `count` or fewer, for a mean above it: the terms fall from the last on.
    private static func atMost(_ count: Int64, by mean: Double) -> Double {
        var (term, sum, next) = (probability(of: count, by: mean), 0.0, Double(count))
        while term > sum * 1e-16, term > 0 {
            sum += term
            term *= next / mean
            next -= 1
        }
        return sum
    }

    private static func probability(of count: Int64, by mean: Double) -> Double {
        exp(Double(count) * log(mean) - mean - logFactorial(Double(count)))
    }

    /// J. Stirling's series, with an error under 1e-12 from 16 on; below that the product itself.
    private static func logFactorial(_ number: Double) -> Double {
        if number < 16 { return log(stride(from: 2, through: number, by: 1).reduce(1.0, *)) }
        let x = number + 1
        let series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x)
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series
    }
}

extension Reproduction {
    init(members: Count, brought: Count) {
        self.init(members: members, brought: brought, value: nil, low: nil, high: nil)
        guard members > .zero else { return }
        let (low, high) = PoissonInterval.limits(for: brought.wire)
        value = Double(brought.wire) / Double(members.wire)
        self.low = low / Double(members.wire)
        self.high = high / Double(members.wire)
    }
}
