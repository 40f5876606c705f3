import Contract
import Foundation
import RPC

/// Tells the story of a demonstration: each step with its call and its answer, in a form that people read.
final class Narrator: Sendable {
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private let write: @Sendable (String) -> Void

    /// - Parameter write: given one line at a time, without its end.
    init(write: @escaping @Sendable (String) -> Void = { print($0) }) { self.write = write }

    func chapter(_ title: String) { write("\n\(bold("── " + title))") }
    func say(_ text: String) { write("   \(text)") }

    /// The call as it could be typed, and what came back, shortened to what fits a few lines.
    func show<M: Method>(_ method: M, by caller: String, _ reply: M.Reply) throws {
        let params = try JSONValue(encoding: method)
        write(" • \(bold(M.name)) \(dim("as \(caller)"))")
        write("     \(dim("→")) \(Self.shortened(Self.hidden(params).text()))")
        write("     \(dim("←")) \(Self.shortened(Self.hidden(try JSONValue(encoding: reply)).text()))")
    }

    func showRefusal<M: Method>(_ method: M, by caller: String, _ refusal: M.Refusal) {
        let entry = M.Interface.refusals[refusal.rawValue]
        write(" • \(bold(M.name)) \(dim("as \(caller)"))")
        write("     \(dim("← refused:")) \(refusal.rawValue) (\(entry?.code ?? 0)): \(entry?.sentence ?? "")")
    }

    /// Secrets stand in no transcript that somebody may paste elsewhere.
    private static func hidden(_ value: JSONValue) -> JSONValue {
        let secret: Set<String> = ["password", "code", "accessToken", "refreshToken", "invitation"]
        switch value {
        case .object(let members):
            return .object(
                members.map { member in
                    if secret.contains(member.key), case .string = member.value { return .init(member.key, "…") }
                    // A rule's key is a name; a client's opens doors.
                    if case .string(let text) = member.value, text.hasPrefix("wsk_") { return .init(member.key, "…") }
                    return .init(member.key, hidden(member.value))
                }
            )
        case .array(let elements): return .array(elements.map(hidden))
        default: return value
        }
    }

    private static func shortened(_ text: String) -> String { text.count <= 300 ? text : text.prefix(297) + "…" }
    private func bold(_ text: String) -> String { isTerminal ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    private func dim(_ text: String) -> String { isTerminal ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
