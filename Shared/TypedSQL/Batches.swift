// A statement with a row for each of many things has another text for each number of them, and each text is prepared by
// itself. With these there are seven texts, whatever the number.

extension Array {
    /// Pieces in order whose lengths are powers of two, 64 at most.
    public func inBatches() -> [ArraySlice<Element>] {
        var pieces: [ArraySlice<Element>] = []
        var start = startIndex
        while start < endIndex {
            let left = endIndex - start
            let length = left >= 64 ? 64 : 1 << (Int.bitWidth - 1 - left.leadingZeroBitCount)
            pieces.append(self[start..<start + length])
            start += length
        }
        return pieces
    }
}
