/// Finds the ends of messages in a stream of JSON texts, looking at each byte once.
///
/// It checks structure only: which bytes may stand outside strings, control bytes inside them, and the kinds of brackets.
/// What it passes on as a message may still be invalid JSON, which ``Envelope`` finds.
///
/// Usage: call ``scan(_:)`` with all bytes that were received and not dropped yet, drop as many from the front as the
/// event says, and call again until it is ``Event/incomplete(drop:)``.
public struct Scanner: Sendable {
    public enum Event: Sendable, Hashable {
        /// All bytes have been looked at. What follows the dropped ones has to be kept until more arrives.
        case incomplete(drop: Int)
        /// One text at these offsets; drop everything before its end.
        case message(Range<Int>)
        /// Broken JSON, to be answered once with the id null. The scanner skips the rest of the line by itself.
        case malformed(Fault, drop: Int)
        /// To be answered once with the id null; then close, because the end of the message cannot be found.
        case broken(Fault)
    }

    enum Mode: Sendable { case between, structure, string, escape, scalar, skipping, broken }

    private let limits: Limits
    private var mode = Mode.between
    /// Offset of the first byte that has not been looked at.
    private(set) var seen = 0
    /// Offset of the message under way.
    private var start = 0
    private var depth = 0
    /// Bit n says that the bracket at depth n is a brace.
    private var braces: UInt64 = 0
    private var limit = 0
    private var separators = Separators()

    /// Depths above 64 cannot be asked for.
    public init(limits: Limits = .init()) {
        self.limits = limits
    }

    /// How a response has to end, from what has followed the requests so far.
    public var terminator: Terminator { separators.terminator ?? .blankLine }

    /// Whether a message has begun and not ended, so that the clock for partial messages runs.
    public var isWithinMessage: Bool {
        switch mode {
        case .structure, .string, .escape, .scalar: true
        case .between, .skipping, .broken: false
        }
    }

    /// - Parameter unread: what was received and not dropped yet: the bytes of the call before, without those it said
    ///   to drop, and new ones behind them.
    public mutating func scan(_ unread: UnsafeRawBufferPointer) -> Event {
        while seen < unread.count {
            let event: Event? =
                switch mode {
                case .between: between(unread[seen])
                case .structure: structure(unread)
                case .string: string(unread)
                case .escape: escape(unread[seen])
                case .scalar: scalar(unread[seen])
                case .skipping: skip(unread[seen])
                case .broken: .broken(.parseError())
                }
            if let event { return event }
        }
        return pause()
    }

    /// The peer will send no more: what is under way is complete only if it is a number or a word.
    public mutating func finish() -> Event? {
        guard isWithinMessage else { return nil }
        if mode == .scalar { return message() }
        mode = .broken
        return .broken(.parseError("The stream ended within a message."))
    }

    /// Passes over what stands behind the message just found, so that ``terminator`` knows of it before that message is
    /// answered.
    /// - Parameter unread: what follows the message.
    mutating func passSeparators(_ unread: UnsafeRawBufferPointer) {
        while mode == .between, seen < unread.count, separators.skips(unread[seen]) { seen += 1 }
    }

    private mutating func pause() -> Event {
        guard isWithinMessage else {
            let drop = seen
            seen = 0
            return .incomplete(drop: drop)
        }
        if seen - start > limit { return fail(.requestTooLarge) }
        let drop = start
        seen -= start
        start = 0
        return .incomplete(drop: drop)
    }

    private mutating func between(_ byte: UInt8) -> Event? {
        if separators.skips(byte) {
            seen += 1
            return nil
        }
        start = seen
        limit = limits.request
        depth = 0
        switch byte {
        case UInt8(ascii: "{"): mode = .structure
        case UInt8(ascii: "["):
            mode = .structure
            limit = limits.batchBytes
        case UInt8(ascii: "\""):
            mode = .string
            seen += 1
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "t"), UInt8(ascii: "f"),
            UInt8(ascii: "n"):
            mode = .scalar
        default: return fail(.parseError("Not the beginning of a JSON value."))
        }
        return nil
    }

    /// Outside strings, until one does not end here or the outermost bracket closes.
    ///
    /// This is the loop that most bytes of most messages go through, so what it changes is held in locals.
    private mutating func structure(_ unread: UnsafeRawBufferPointer) -> Event? {
        let plain = ByteSet.plain
        var at = seen
        while at < unread.count {
            let byte = unread[at]
            if plain.contains(byte) {
                at += 1
                continue
            }
            seen = at
            if let event = bracket(byte) { return event }
            at += 1
            guard byte == UInt8(ascii: "\"") else { continue }
            at = ByteSet.endOfPlainText(unread, from: at)
            guard at < unread.count, unread[at] == byte else {
                seen = at
                mode = .string
                return nil
            }
            at += 1
        }
        seen = at
        return nil
    }

    @inline(__always)
    private mutating func bracket(_ byte: UInt8) -> Event? {
        switch byte {
        case UInt8(ascii: "\""): return nil
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard depth < min(limits.depth, 64) else { return tooDeep() }
            let bit = UInt64(1) << UInt64(depth)
            braces = byte == UInt8(ascii: "{") ? braces | bit : braces & ~bit
            depth += 1
            return nil
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            guard (braces >> UInt64(depth)) & 1 == (byte == UInt8(ascii: "}") ? 1 : 0) else {
                return fail(.parseError("A closing bracket does not match the opening one."))
            }
            if depth > 0 { return nil }
            seen += 1
            return message()
        default: return malformed("A byte that has no place outside a string.")
        }
    }

    private mutating func tooDeep() -> Event {
        fail(.invalidRequest("Nested deeper than \(limits.depth) levels."))
    }

    private mutating func string(_ unread: UnsafeRawBufferPointer) -> Event? {
        seen = ByteSet.endOfPlainText(unread, from: seen)
        guard seen < unread.count else { return nil }
        switch unread[seen] {
        case UInt8(ascii: "\""):
            seen += 1
            mode = .structure
            return depth == 0 ? message() : nil
        case UInt8(ascii: "\\"):
            seen += 1
            mode = .escape
            return nil
        default: return malformed("A control character stands unescaped in a string.")
        }
    }

    private mutating func escape(_ byte: UInt8) -> Event? {
        if byte < 0x20 { return malformed("A control character stands unescaped in a string.") }
        seen += 1
        mode = .string
        return nil
    }

    private mutating func scalar(_ byte: UInt8) -> Event? {
        guard ByteSet.word.contains(byte) else { return message() }
        seen += 1
        return nil
    }

    private mutating func skip(_ byte: UInt8) -> Event? {
        seen += 1
        if byte == UInt8(ascii: "\n") {
            mode = .between
            separators.messageEnded()
            _ = separators.skips(byte)
        }
        return nil
    }

    private mutating func message() -> Event {
        let range = start..<seen
        if range.count > limit { return fail(.requestTooLarge) }
        mode = .between
        seen = 0
        start = 0
        separators.messageEnded()
        return .message(range)
    }

    private mutating func malformed(_ sentence: String) -> Event {
        let drop = seen
        mode = .skipping
        seen = 0
        start = 0
        return .malformed(.parseError(sentence), drop: drop)
    }

    private mutating func fail(_ fault: Fault) -> Event {
        mode = .broken
        return .broken(fault)
    }
}
