/// Finds the ends of messages in a stream of JSON texts, looking at each byte once.
///
/// It checks structure only: which bytes may stand outside strings, control bytes inside them, and the kinds of
/// brackets. What it passes on as a message may still be invalid JSON, which ``Envelope`` finds.
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

    let limits: Limits
    var mode = Mode.between
    /// Offset of the first byte that has not been looked at.
    var seen = 0
    /// Offset of the message under way.
    var start = 0
    var depth = 0
    /// Bit n says that the bracket at depth n is a brace.
    var braces: UInt64 = 0
    var limit = 0
    var separators = Separators()

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

    mutating func pause() -> Event {
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
}
