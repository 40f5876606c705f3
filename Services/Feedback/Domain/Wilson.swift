import FeedbackAPI

extension Proportion {
    /// A part of a whole with its Wilson score interval, 95 %.
    ///
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212:
    /// centre (p + z²/2n) / (1 + z²/n), half width z √(p(1-p)/n + z²/4n²) / (1 + z²/n), z = 1.959964. Unlike the
    /// textbook interval it holds for small bases and never leaves 0 to 100 %. Nothing of nothing tells nothing and has
    /// neither percentage nor interval.
    static func wilson(_ count: Int64, of base: Int64) -> Proportion {
        guard base > 0 else { return Proportion(count: FigureCount(count), base: FigureCount(base)) }
        let ends = Wilson.interval(Double(count), of: Double(base))
        return Proportion(
            count: FigureCount(count),
            base: FigureCount(base),
            percentage: Percentage(count, of: base),
            low: Percentage(tenths: Int64((ends.low * 1000).rounded())),
            high: Percentage(tenths: Int64((ends.high * 1000).rounded()))
        )
    }
}

enum Wilson {
    static let z = 1.959964

    static func interval(_ count: Double, of base: Double) -> (low: Double, high: Double) {
        let part = count / base
        let square = z * z / base
        let centre = part + square / 2
        let half = z * ((part * (1 - part) + square / 4) / base).squareRoot()
        return (max(0, (centre - half) / (1 + square)), min(1, (centre + half) / (1 + square)))
    }
}
