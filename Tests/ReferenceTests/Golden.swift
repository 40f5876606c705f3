import Foundation
import Testing

/// The files under docs/reference, which the sources decide.
///
/// `make reference` sets `WELLSPRING_REWRITE_GOLDENS`, and then they are written instead of compared.
enum Golden {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/reference")
    private static let isRewriting = ProcessInfo.processInfo.environment["WELLSPRING_REWRITE_GOLDENS"] == "1"

    static func check(_ path: String, _ text: String, at location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: path)
        let text = text.hasSuffix("\n") ? text : text + "\n"
        guard isRewriting else {
            let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            let difference = difference(of: text, from: old)
            if let difference {
                Issue.record("docs/reference/\(path) \(difference); run `make reference`", sourceLocation: location)
            }
            return
        }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// The first line that differs, in words; nil where none does.
    static func difference(of new: String, from old: String) -> String? {
        guard new != old else { return nil }
        let lines = (
            new: new.split(separator: "\n", omittingEmptySubsequences: false),
            old: old.split(separator: "\n", omittingEmptySubsequences: false)
        )
        let same = zip(lines.new, lines.old).prefix { $0 == $1 }.count
        let (now, before) = (
            same < lines.new.count ? lines.new[same] : "", same < lines.old.count ? lines.old[same] : ""
        )
        return "differs in line \(same + 1): it says \"\(before)\", the sources say \"\(now)\""
    }
}
