/// No function is longer than can be seen at once.
enum FunctionRule {
    static let limit = 40
    /// A test may spell out the whole of a document that it expects.
    static let limitOfTests = 50

    static func findings(in source: Source) -> [Finding] {
        let limit = source.path.hasPrefix("Tests/") ? limitOfTests : limit
        return bodies(in: source).filter { $0.lines > limit }.map { body in
            Finding(
                path: source.path,
                line: body.line,
                sentence: "\(body.name) has \(body.lines) lines; the limit is \(limit)."
            )
        }
    }

    struct Body: Hashable {
        let name: String
        let line: Int
        /// Between the braces.
        let lines: Int
    }

    private static let openings: Set = ["func", "init", "subscript", "deinit"]

    static func bodies(in source: Source) -> [Body] {
        let tokens = source.tokens
        return tokens.indices.compactMap { index in
            guard openings.contains(tokens[index].text) || isComputed(index, tokens) else { return nil }
            guard index == 0 || tokens[index - 1].text != "." else { return nil }
            guard let open = opening(after: index, in: tokens), let close = closing(of: open, in: tokens) else {
                return nil
            }
            let isNamed = ["func", "var"].contains(tokens[index].text) && index + 1 < tokens.count
            let lines = max(0, tokens[close].line - tokens[open].line - 1)
            return Body(name: tokens[isNamed ? index + 1 : index].text, line: tokens[index].line, lines: lines)
        }
    }

    /// `var name: Type {` and not a stored property.
    private static func isComputed(_ index: Int, _ tokens: [Token]) -> Bool {
        guard tokens[index].text == "var", index + 2 < tokens.count, tokens[index + 2].text == ":" else { return false }
        return true
    }

    /// What can follow a declaration that has no body.
    private static let next: Set = [
        "func", "var", "let", "static", "init", "}", "mutating", "public", "private", "package", "internal",
        "fileprivate",
        "associatedtype", "subscript", "case", "struct", "enum", "extension", "deinit", "nonisolated", "typealias",
        "protocol", "class", "final", "actor", "#if", "#endif", "#else", "=", "guard", "if", "return", "for",
    ]

    private static func opening(after start: Int, in tokens: [Token]) -> Int? {
        var depth = 0
        for index in tokens.indices.dropFirst(start + 1) {
            let text = tokens[index].text
            if text == "(" || text == "[" { depth += 1 }
            if text == ")" || text == "]" { depth -= 1 }
            if depth < 0 { return nil }
            if depth == 0 {
                if text == "{" { return index }
                if next.contains(text) || text.hasPrefix("@") && tokens[index].line > tokens[start].line { return nil }
            }
        }
        return nil
    }

    private static func closing(of open: Int, in tokens: [Token]) -> Int? {
        var depth = 0
        for index in tokens.indices.dropFirst(open) {
            if tokens[index].text == "{" { depth += 1 }
            if tokens[index].text == "}" { depth -= 1 }
            if depth == 0 { return index }
        }
        return nil
    }
}
