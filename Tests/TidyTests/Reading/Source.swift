/// One Swift file of this repository, or a snippet that a test gives out as one.
struct Source: Sendable {
    /// From the root of the repository, `Services/Rewards/Service.swift`.
    let path: String
    let lineCount: Int
    let tokens: [Token]
    let comments: [Remark]

    init(_ path: String, _ text: String) {
        self.path = path
        let lexer = Lexer(text)
        tokens = lexer.tokens
        comments = lexer.comments
        lineCount = text.utf8.count { $0 == UInt8(ascii: "\n") }
    }

    /// `Hosting`, `RewardsAPI`, `Rewards`, `RewardsTests`; nil for `Package.swift`.
    var module: String? {
        guard folders.count >= 2 else { return nil }
        return folders[0] == "Services" && folders.count > 2 && folders[2] == "API" ? folders[1] + "API" : folders[1]
    }

    /// `API`, `Domain`, `Storage`, `Methods`: what stands directly in a service's folder; nil elsewhere.
    var layer: String? { folders.first == "Services" && folders.count > 2 ? folders[2] : nil }

    var isTest: Bool { path.hasPrefix("Tests/") }
    var name: String { String(path.split(separator: "/").last?.dropLast(".swift".count) ?? "") }
    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }

    func has(_ words: String...) -> Bool { !tokens.places(of: words).isEmpty }
}

extension Source {
    /// The modules that it imports, with the line.
    var imports: [(module: String, line: Int)] {
        let kinds: Set = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
        return tokens.indices.compactMap { index in
            guard tokens[index].text == "import" else { return nil }
            let rest = tokens[(index + 1)...].drop { kinds.contains($0.text) }
            return rest.first.map { ($0.text, $0.line) }
        }
    }

    /// The types that it declares, with the line.
    var types: [(name: String, line: Int)] {
        let words: Set = ["struct", "class", "enum", "actor", "protocol", "typealias"]
        return tokens.indices.dropLast().compactMap { index in
            guard words.contains(tokens[index].text), index == 0 || tokens[index - 1].text != "import" else {
                return nil
            }
            let next = tokens[index + 1]
            guard next.text.first?.isUppercase == true else { return nil }
            return (next.text, next.line)
        }
    }
}

/// A place where a rule is broken.
struct Finding: Hashable, Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    /// What is wrong, and what to do instead.
    let sentence: String

    var description: String { "\(path):\(line): \(sentence)" }
}
