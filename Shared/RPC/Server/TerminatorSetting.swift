/// What a listener's replies on raw connections end with.
public enum TerminatorSetting: String, Sendable, Hashable, CaseIterable {
    /// As each caller ends its requests; a blank line where it sends nothing.
    case mirror
    /// Always one line feed.
    case lf
    /// Always two.
    case lflf
    /// Always a NUL byte.
    case nul

    /// What to write, given what the caller was seen to do.
    func terminator(seen: Terminator) -> Terminator {
        switch self {
        case .mirror: seen
        case .lf: .newline
        case .lflf: .blankLine
        case .nul: .null
        }
    }
}
