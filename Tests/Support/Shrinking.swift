/// Makes a list for which something fails shorter, until each of its elements is needed for that.
///
/// Andreas Zeller, Ralf Hildebrandt: "Simplifying and Isolating Failure-Inducing Input", IEEE Transactions on Software
/// Engineering 28 (2002), of which only the half that leaves out is used.
public enum Shrinking {
    /// - Parameters:
    ///   - list: fails.
    ///   - tries: after so many the shortest that was found is given, which then may hold more than is needed.
    ///   - fails: asked for shorter lists, in which the order is kept.
    public static func shortest<Element: Sendable>(
        _ list: [Element],
        tries: Int = 2000,
        where fails: ([Element]) async throws -> Bool
    ) async rethrows -> [Element] {
        var list = list
        var size = max(1, list.count / 2)
        var left = tries
        while true {
            var start = 0
            var hasShrunk = false
            while start < list.count, left > 0 {
                left -= 1
                var shorter = list
                shorter.removeSubrange(start..<min(start + size, list.count))
                if try await fails(shorter) {
                    list = shorter
                    hasShrunk = true
                } else {
                    start += size
                }
            }
            if left == 0 || (size == 1 && !hasShrunk) { return list }
            size = hasShrunk ? min(size, max(1, list.count / 2)) : max(1, size / 2)
        }
    }
}
