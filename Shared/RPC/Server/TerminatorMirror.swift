/// How the replies of a raw connection end: as the caller ends its own requests.
///
/// No fixed choice serves every client in use. Some wait for ever without a blank line, others break when they see
/// one, so each connection is answered in its own manner and keeps it once it is known.
struct TerminatorMirror {
    /// What follows a message.
    enum Ending: Sendable, Hashable {
        case lineFeed, blankLine, nul

        var bytes: StaticString {
            switch self {
            case .lineFeed: "\n"
            case .blankLine: "\n\n"
            case .nul: "\0"
            }
        }
    }

    private let pinned: Ending?
    private var seen: Ending?
    private var lineFeeds = 0
    private var isBetweenMessages = false

    init(_ setting: TerminatorSetting) {
        pinned =
            switch setting {
            case .mirror: nil
            case .lf: .lineFeed
            case .lflf: .blankLine
            case .nul: .nul
            }
    }

    /// What to write after a reply now. A caller that has sent no terminator so far may be one that waits for a blank
    /// line, and those that send nothing and want something else accept it.
    var ending: Ending { pinned ?? seen ?? .blankLine }

    /// The last byte of a message was just passed.
    mutating func messageEnded() {
        isBetweenMessages = true
        lineFeeds = 0
    }

    /// Looks at what follows the message: stops at the first byte that belongs to the next one.
    mutating func observe(_ bytes: UnsafeRawBufferPointer, from offset: Int) {
        guard isBetweenMessages, pinned == nil else { return }
        for index in offset..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\n"): sawLineFeed()
            case 0: sawNul()
            case UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            default:
                isBetweenMessages = false
                return
            }
        }
    }

    private mutating func sawLineFeed() {
        lineFeeds += 1
        if lineFeeds == 1, seen == nil {
            seen = .lineFeed
        } else if lineFeeds == 2, seen == .lineFeed {
            seen = .blankLine
        }
    }

    private mutating func sawNul() {
        if seen == nil { seen = .nul }
    }
}

/// What a listener's replies end with.
public enum TerminatorSetting: String, Sendable, Hashable, CaseIterable {
    /// As each caller ends its requests; a blank line where it sends nothing.
    case mirror
    /// Always one line feed.
    case lf
    /// Always two.
    case lflf
    /// Always a NUL byte.
    case nul
}
