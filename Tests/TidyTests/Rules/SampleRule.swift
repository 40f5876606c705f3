/// Each statement of a service is in its table's `samples`, and each table's in those of the service: the reference
/// tests prepare them all on both engines, and what is not listed would be prepared by its first caller.
enum SampleRule {
    /// - Parameter sources: the files of one service's `Storage`.
    static func findings(in sources: [Source], service: String) -> [Finding] {
        let members = sources.flatMap(StorageMember.read)
        let holders = Set(members.filter { $0.isStatement }.map(\.holder))
        let statements = holders.sorted().flatMap { holder in unlisted(in: members.filter { $0.holder == holder }) }
        let total = Set(members.filter { $0.holder == "\(service)Storage" && $0.isSamples }.flatMap(\.words))
        let forgotten = holders.filter { !total.contains($0) }.sorted().map { holder in
            let first = members.first { $0.holder == holder }
            return Finding(
                path: first?.path ?? "",
                line: first?.line ?? 1,
                sentence: "\(service)Storage.samples leaves \(holder) out."
            )
        }
        return statements + forgotten
    }

    /// Overloads share a name, so the samples have to name it as often as it is declared.
    private static func unlisted(in members: [StorageMember]) -> [Finding] {
        let listed = members.filter(\.isSamples).flatMap(\.words)
        let declared = Dictionary(grouping: members.filter { $0.isStatement && !$0.isPrivate }, by: \.name)
        return declared.sorted { $0.key < $1.key }.compactMap { name, members in
            guard listed.count(where: { $0 == name }) < members.count, let last = members.last else { return nil }
            return Finding(path: last.path, line: last.line, sentence: "\(last.holder).samples leaves \(name) out.")
        }
    }
}

/// A static member of a type in `Storage`.
struct StorageMember {
    let path: String
    let line: Int
    let holder: String
    let name: String
    let isPrivate: Bool
    /// Whether it is, or returns, a query or a statement.
    let isStatement: Bool
    /// Its name ends in `amples`.
    let isSamples: Bool
    /// Of its body.
    let words: [String]

    static func read(_ source: Source) -> [StorageMember] {
        var members: [StorageMember] = []
        var holder = ""
        let tokens = source.tokens
        for index in tokens.indices.dropLast(2) {
            if ["enum", "struct", "extension"].contains(tokens[index].text) { holder = tokens[index + 1].text }
            guard tokens[index].text == "static", ["func", "var", "let"].contains(tokens[index + 1].text) else {
                continue
            }
            members.append(StorageMember(at: index, of: holder, in: source))
        }
        return members
    }

    private init(at index: Int, of holder: String, in source: Source) {
        let tokens = source.tokens
        let rest = tokens[(index + 3)...]
        let stop = rest.indices.first { tokens[$0].text == "static" } ?? tokens.endIndex
        let body = tokens[(index + 3)..<stop]
        path = source.path
        line = tokens[index].line
        self.holder = holder
        name = tokens[index + 2].text
        isPrivate = index > 0 && ["private", "fileprivate"].contains(tokens[index - 1].text)
        isSamples = name.hasSuffix("amples")
        words = body.map(\.text)
        isStatement = !isSamples && Self.declaresStatement(Array(body))
    }

    /// `-> Query<Row> {`, `-> Statement {`, `: Query<Row> =`, `= Query(`: looked for up to the body.
    private static func declaresStatement(_ tokens: [Token]) -> Bool {
        var depth = 0
        for (index, token) in tokens.enumerated() {
            if token.text == "(" || token.text == "[" { depth += 1 }
            if token.text == ")" || token.text == "]" { depth -= 1 }
            guard depth == 0 else { continue }
            if token.text == "{" { return false }
            if ["Query", "Statement"].contains(token.text) {
                return index > 0 && [">", ":", "="].contains(tokens[index - 1].text)
            }
            if token.text == "=", index + 1 < tokens.count, !["Query", "Statement"].contains(tokens[index + 1].text) {
                return false
            }
        }
        return false
    }
}
