/// Divides a whole number so that the parts add up to it, to the last unit, and each is within one unit of its exact
/// share: the method of Hamilton (M. L. Balinski, H. P. Young, "Fair Representation", 1982). The one place that divides
/// points.
enum LargestRemainder {
    /// - Parameter weights: by name, which decides between equal remainders; in the order of the answer. Each above zero.
    static func parts(of total: Int64, by weights: [(name: String, weight: Int64)]) -> [Int64] {
        let sum = weights.reduce(Int128(0)) { $0 + Int128($1.weight) }
        guard sum > 0 else { return weights.map { _ in 0 } }
        let products = weights.map { (Int128(total) * Int128($0.weight)).quotientAndRemainder(dividingBy: sum) }
        var parts = products.map { Int64($0.quotient) }
        let left = Int(total - parts.reduce(0, +))
        let order = weights.indices.sorted {
            (-products[$0].remainder, weights[$0].name) < (-products[$1].remainder, weights[$1].name)
        }
        for index in order.prefix(left) { parts[index] += 1 }
        return parts
    }
}
