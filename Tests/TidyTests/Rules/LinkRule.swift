/// Links between the pages lead somewhere.
enum LinkRule {
    /// - Parameter exists: whether there is a file or folder of that path.
    static func findings(in text: String, of path: String, exists: (String) -> Bool) -> [Finding] {
        let folder = path.split(separator: "/").dropLast()
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            targets(in: line).compactMap { target in
                guard !target.contains("://"), !target.hasPrefix("#"), !target.hasPrefix("mailto:") else { return nil }
                let file = target.prefix { $0 != "#" }
                if exists(resolve(file, in: folder)) { return nil }
                return Finding(path: path, line: index + 1, sentence: "Nothing is at \(target).")
            }
        }
    }

    private static func targets(in line: Substring) -> [Substring] {
        line.split(separator: "](", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != ")" } }
    }

    private static func resolve(_ target: Substring, in folder: ArraySlice<Substring>) -> String {
        var parts = Array(folder)
        for part in target.split(separator: "/") {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
