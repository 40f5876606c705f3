/// Names that say nothing, and types that hide their module.
enum NameRule {
    static let empty: Set = ["Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Core", "Manager", "Misc"]

    static func findings(in source: Source) -> [Finding] {
        let parts = source.folders + [source.name]
        let paths = parts.filter { empty.contains(lastWord(of: $0)) }.map { part in
            Finding(path: source.path, line: 1, sentence: "\(part) does not say what is in it.")
        }
        let types = source.types.compactMap { name, line -> Finding? in
            if LayerRule.modules.contains(name) {
                return Finding(path: source.path, line: line, sentence: "The type \(name) has the name of a module.")
            }
            guard empty.contains(lastWord(of: name)) else { return nil }
            return Finding(path: source.path, line: line, sentence: "\(name) does not say what it is.")
        }
        return paths + types
    }

    /// `RewardManager` is as empty as `Manager`; `CommonWords` is about words.
    static func lastWord(of name: String) -> String {
        let plain = name.prefix { $0 != "+" }
        guard let start = plain.lastIndex(where: \.isUppercase) else { return String(plain) }
        return String(plain[start...])
    }
}
