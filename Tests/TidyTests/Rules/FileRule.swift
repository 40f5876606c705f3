/// Most files have 40 to 120 lines. Those beyond the limit are listed with their length: the list only shrinks.
enum FileRule {
    static let limit = 150
    static let limitOfTests = 250

    static func findings(in source: Source, exceptions: [String: Int] = Lengths.exceptions) -> [Finding] {
        // The manifest is one list and stays in one file.
        guard source.module != nil else { return [] }
        let limit = source.isTest ? limitOfTests : limit
        if let known = exceptions[source.path] {
            if source.lineCount <= limit {
                return [finding(source, "is no exception any more: strike it off Lengths.")]
            }
            if source.lineCount < known {
                return [finding(source, "is shorter: write \(source.lineCount) into Lengths.")]
            }
            return source.lineCount == known
                ? [] : [finding(source, "has grown from \(known) to \(source.lineCount) lines.")]
        }
        return source.lineCount <= limit
            ? [] : [finding(source, "has \(source.lineCount) lines; the limit is \(limit).")]
    }

    /// Exceptions for files that are gone.
    static func stale(_ paths: Set<String>) -> [String] {
        Lengths.exceptions.keys.filter { !paths.contains($0) }.sorted()
    }

    private static func finding(_ source: Source, _ what: String) -> Finding {
        Finding(path: source.path, line: source.lineCount, sentence: "The file \(what)")
    }
}
