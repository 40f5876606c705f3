import Foundation

/// One thing that the product must do, with the methods that do it and the tests that show it.
struct Requirement {
    let id: String
    let text: String
    /// Without the service's name.
    let methods: [String]
    /// Names of test functions.
    let tests: [String]

    /// Reads a table: four columns parted by `|`, of which the last two hold words.
    static func table(_ text: String) -> [Requirement] {
        text.split(separator: "\n").map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            let words = cells.dropFirst(2).map { $0.split(separator: " ").map(String.init) }
            return Requirement(
                id: cells[0],
                text: cells.count > 1 ? cells[1] : "",
                methods: words.first ?? [],
                tests: words.dropFirst().first ?? []
            )
        }
    }
}

/// Where each test stands, found in the sources.
struct TestSources {
    /// By the function's name, the file's path from the top of the repository.
    let files: [String: String]

    init() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        var files: [String: String] = [:]
        let all = FileManager.default.enumerator(at: root.appending(path: "Tests"), includingPropertiesForKeys: nil)
        while let file = all?.nextObject() as? URL {
            guard file.lastPathComponent.hasSuffix("Tests.swift") else { continue }
            let path = String(file.path().dropFirst(root.path().count))
            for match in try String(contentsOf: file, encoding: .utf8).matches(of: /func (\w+)\(/) {
                files[String(match.1)] = path
            }
        }
        self.files = files
    }
}
