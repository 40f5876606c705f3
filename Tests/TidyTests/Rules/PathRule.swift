/// The project does not know on whose machine it lies.
enum PathRule {
    private static let homes = ["home", "Users", "root", "work", "build"].map { "/" + $0 + "/" }

    static func findings(in text: String, of path: String) -> [Finding] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
            guard homes.contains(where: { begins(with: $0, in: line) }) else { return nil }
            return Finding(path: path, line: index + 1, sentence: "A path of somebody's machine.")
        }
    }

    /// At the beginning of a path, and not in the middle of one.
    private static func begins(with folder: String, in line: Substring) -> Bool {
        line.ranges(of: folder).contains { range in
            guard range.lowerBound > line.startIndex else { return true }
            let before = line[line.index(before: range.lowerBound)]
            return !(before.isLetter || before.isNumber || "._-/}>)*~".contains(before))
        }
    }
}
