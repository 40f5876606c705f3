/// Words that have no place in the sources, each with what to do instead.
enum WordRule {
    struct Word: Sendable {
        let tokens: [String]
        let advice: String
        /// Whether it is out of place in the file of this path.
        let isOut: @Sendable (Source) -> Bool

        init(_ tokens: [String], _ advice: String, where isOut: @escaping @Sendable (Source) -> Bool = { _ in true }) {
            self.tokens = tokens
            self.advice = advice
            self.isOut = isOut
        }
    }

    /// Uses that are allowed at the C seam, counted: none is needed today.
    static let seam: [String: Int] = [:]

    static let everywhere = [
        Word(["try", "!"], "Let the error through, or give it a meaning."),
        Word(["as", "!"], "Use as? and say what it means when it is another type."),
        Word(["fatalError"], "Throw; a service does not end because of one call."),
        Word(["preconditionFailure"], "Throw; a service does not end because of one call."),
        Word(["@unchecked", "Sendable"], "Let the compiler check it, with a Mutex or an actor."),
        Word(["nonisolated", "(", "unsafe"], "Let the compiler check it, with a Mutex or an actor."),
        Word(["static", "let", "shared"], "Give the value to whoever needs it."),
        Word(["infix", "operator"], "Write a function with a name."),
        Word(["prefix", "operator"], "Write a function with a name."),
        Word(["postfix", "operator"], "Write a function with a name."),
        Word(["Task", ".", "sleep"], "Move a clock or wait for the thing itself.") { $0.isTest },
    ]

    /// Domain is values and functions: time, chance and waiting come in as arguments or stay outside.
    static let inDomain = [
        ["Date", "("], ["UUID", "("], ["async"], ["await"], ["ContinuousClock"], ["SystemRandomNumberGenerator"],
        [".", "random", "("], ["shuffled", "("], ["randomElement", "("], ["WallClock"],
    ].map { tokens in Word(tokens, "Give it as an argument.") { $0.layer == "Domain" } }

    static func findings(in source: Source) -> [Finding] {
        let found = (everywhere + inDomain).filter { $0.isOut(source) }.flatMap { word in
            source.tokens.places(of: word.tokens).map { place in
                let text = word.tokens.joined(separator: word.tokens.count == 2 ? "" : " ")
                return Finding(path: source.path, line: source.tokens[place].line, sentence: "\(text): \(word.advice)")
            }
        }
        return (found.count <= seam[source.path, default: 0] ? [] : found) + unfinished(in: source)
    }

    private static let marks: Set = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

    private static func unfinished(in source: Source) -> [Finding] {
        source.comments.compactMap { comment in
            let words = comment.text.split { !$0.isLetter }.map(String.init)
            guard let word = words.first(where: marks.contains) else { return nil }
            return Finding(path: source.path, line: comment.line, sentence: "\(word): finish it.")
        }
    }
}
