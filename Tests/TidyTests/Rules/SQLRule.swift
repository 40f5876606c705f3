/// SQL stands in a service's `Storage` and in the shared modules that are about SQL, and nowhere else.
enum SQLRule {
    private static let homes: Set = ["TypedSQL", "SQLite", "Postgres", "Hosting"]
    private static let types = ["SQL", "Query", "Statement"]

    static func findings(in source: Source) -> [Finding] {
        guard !source.isTest, source.layer != "Storage", !homes.contains(source.module ?? "") else { return [] }
        guard source.imports.contains(where: { $0.module == "TypedSQL" }) else { return [] }
        let isNew = types.flatMap { source.tokens.places(of: [$0, "("]) }
        // `let text: SQL = "..."` makes one without naming its initialiser.
        let isDeclared = source.tokens.places(of: [":", "SQL"]) + source.tokens.places(of: ["[", "SQL", "]"])
        return Set(isNew + isDeclared).sorted().map { place in
            Finding(path: source.path, line: source.tokens[place].line, sentence: "SQL belongs into Storage.")
        }
    }
}
