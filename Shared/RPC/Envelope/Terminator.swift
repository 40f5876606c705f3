/// The bytes that a peer waits for behind each response.
public enum Terminator: Sendable, Hashable {
    case newline, blankLine, null

    public var bytes: [UInt8] {
        switch self {
        case .newline: [0x0A]
        case .blankLine: [0x0A, 0x0A]
        case .null: [0x00]
        }
    }
}

/// What stands between messages, and what it tells of how the peer wants responses to end.
///
/// A choice stays for the connection; only a blank line, which is the stronger sign, replaces a newline.
struct Separators: Sendable {
    private(set) var terminator: Terminator?
    private var newlines = 0
    private var isBehindMessage = false
    /// Bytes of a byte order mark met so far; it is allowed once, at the very beginning.
    private var bom = 0

    mutating func messageEnded() {
        newlines = 0
        isBehindMessage = true
        bom = Self.bomBytes.count
    }

    /// Whether a byte between messages means nothing by itself.
    mutating func skips(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\n"):
            newlines += 1
            if isBehindMessage { noteNewline() }
        case 0x00:
            if isBehindMessage, terminator == nil { terminator = .null }
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
        default: return skipsMark(byte)
        }
        return true
    }

    private mutating func noteNewline() {
        if terminator == nil { terminator = .newline }
        if terminator == .newline, newlines > 1 { terminator = .blankLine }
    }

    private static let bomBytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    private mutating func skipsMark(_ byte: UInt8) -> Bool {
        guard bom < Self.bomBytes.count, byte == Self.bomBytes[bom] else { return false }
        bom += 1
        return true
    }
}
