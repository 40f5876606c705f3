import Foundation

/// This repository as it lies on the disk around this file.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file of the project.
    static let sources: [Source] = files.filter { $0.hasSuffix(".swift") }.map { path in
        Source(path, text(path) ?? "")
    }

    /// Every file that belongs to the project, by path from the root, sorted.
    static let files: [String] =
        ["Services", "Shared", "Tests", "compose", "docs", ".ci"].flatMap(files(below:))
        + ["Package.swift", "README.md", "Makefile", "LICENSE", ".gitignore", ".swift-format"]

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path())
    }

    /// Nil where it is no text.
    static func text(_ path: String) -> String? {
        try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func files(below folder: String) -> [String] {
        let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
        let paths = names?.compactMap { $0 as? String } ?? []
        return paths.filter { !$0.contains("__pycache__") && isFile("\(folder)/\($0)") }.map { "\(folder)/\($0)" }
            .sorted()
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: root.appending(path: path).path(), isDirectory: &isFolder)
            && !isFolder.boolValue
    }
}
