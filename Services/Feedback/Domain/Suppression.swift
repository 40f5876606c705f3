/// Which cells of a frequency table stay hidden from those who may not see single people.
enum Suppression {
    /// Hides every cell below the threshold; in a multiple choice also every cell that all but fewer than the
    /// threshold ticked, because who did not tick would be as few. Further cells follow until two at least are hidden
    /// and together they are no fewer than the threshold, so that a total gives no hidden cell away.
    ///
    /// The further cells are taken in an order that is secret and has nothing to do with the counts. If the smallest
    /// one were taken, whoever knows the rule could exclude every distribution in which another would have been: with
    /// threshold 5, counts 4, 4 and 5 of 13, and only the 5 shown, no other pair of 8 would have led to this picture.
    /// - Parameters:
    ///   - base: how many answered the question.
    ///   - order: all indices in their secret order.
    /// - Returns: the indices of the hidden cells.
    static func hidden(
        _ counts: [Int64],
        base: Int64,
        threshold: Int64,
        isMultiple: Bool,
        order: [Int]
    ) -> Set<Int> {
        var hidden = Set(
            counts.indices.filter { index in
                counts[index] < threshold || (isMultiple && base - counts[index] < threshold)
            }
        )
        if hidden.isEmpty { return [] }
        for index in order where !hidden.contains(index) {
            let sum = hidden.reduce(0) { $0 + counts[$1] }
            if hidden.count >= 2 && sum >= threshold { break }
            hidden.insert(index)
        }
        return hidden
    }

    /// All indices below `count` in an order that the seed decides (Fisher and Yates).
    static func order(_ count: Int, seed: Int64, question: Int64) -> [Int] {
        var state = UInt64(bitPattern: seed) ^ UInt64(bitPattern: question) &* 0x9E37_79B9_7F4A_7C15
        var indices = Array(0..<count)
        for last in stride(from: count - 1, to: 0, by: -1) {
            indices.swapAt(last, Int(mix(&state) % UInt64(last + 1)))
        }
        return indices
    }

    /// SplitMix64: G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
    private static func mix(_ state: inout UInt64) -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
