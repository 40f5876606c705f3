import Foundation

/// Whether chance explains a difference (requirement 4.11). Exact tests, because weeks of a community are small.
enum Chance {
    /// The two-sided probability that two equally likely kinds of happening, of which there were as many as both
    /// numbers together, fall as unevenly as they did: the exact binomial test of two Poisson counts.
    static func equalCounts(_ first: Int64, _ second: Int64) -> Double {
        let total = first + second
        guard total > 0, first != second else { return 1 }
        let fewer = min(first, second)
        var tail = 0.0
        for count in stride(from: fewer, through: 0, by: -1) {
            let term = exp(logChoose(total, count) - Double(total) * log(2))
            tail += term
            if term < tail * 1e-15 { break }
        }
        return min(1, 2 * tail)
    }

    /// The two-sided probability of Fisher's exact test that two parts of two wholes differ as much as they do.
    static func equalShares(_ first: Int64, of firstBase: Int64, _ second: Int64, of secondBase: Int64) -> Double {
        let marked = first + second
        guard firstBase > 0, secondBase > 0, marked > 0, marked < firstBase + secondBase else { return 1 }
        let all = logChoose(firstBase + secondBase, marked)
        func probability(_ count: Int64) -> Double {
            exp(logChoose(firstBase, count) + logChoose(secondBase, marked - count) - all)
        }
        let observed = probability(first) * (1 + 1e-9)
        let possible = max(0, marked - secondBase)...min(firstBase, marked)
        return min(1, possible.lazy.map(probability).filter { $0 <= observed }.reduce(0, +))
    }

    /// Which of the differences are clear when the expected part of false ones among them is limited.
    ///
    /// Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57 (1995) 289-300.
    static func clear(_ probabilities: [Double], rate: Double = 0.05) -> [Bool] {
        let sorted = probabilities.sorted()
        let count = Double(sorted.count)
        let last = sorted.indices.last { sorted[$0] <= rate * Double($0 + 1) / count }
        guard let last else { return probabilities.map { _ in false } }
        return probabilities.map { $0 <= sorted[last] }
    }

    private static func logChoose(_ total: Int64, _ count: Int64) -> Double {
        logFactorial(total) - logFactorial(count) - logFactorial(total - count)
    }

    /// The logarithm of the gamma function by J. Stirling's series, which needs no global sign as `lgamma` does; below
    /// 16 the product itself. Its error is under 1e-12.
    private static func logFactorial(_ number: Int64) -> Double {
        if number < 2 { return 0 }
        if number < 16 { return log((2...number).reduce(1.0) { $0 * Double($1) }) }
        let x = Double(number) + 1
        let series = 1 / (12 * x) - 1 / (360 * x * x * x) + 1 / (1260 * x * x * x * x * x)
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series
    }
}
