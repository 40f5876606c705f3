/// One JSON-RPC 2.0 request, as it came.
public struct Request {
    /// The id's bytes exactly as they stood in the request; nil for a notification.
    public let id: [UInt8]?
    public let method: String
    public let params: Params
    public let meta: CallMeta
}

/// What a listener makes of messages.
public struct EnvelopeOptions: Sendable {
    public var limits = Limits()
    /// Whether a request may leave `jsonrpc` out, for clients that are being moved to 2.0.
    public var allowsMissingVersion = false

    public init(limits: Limits = .init(), allowsMissingVersion: Bool = false) {
        self.limits = limits
        self.allowsMissingVersion = allowsMissingVersion
    }
}

/// The parts of one complete message, found in one pass over its bytes.
public enum Envelope {
    public enum Parsed {
        case single(Item)
        /// Answered in the same order. Not empty.
        case batch([Item])
        /// Answered once, with the id null.
        case fault(Fault)
    }

    public enum Item {
        case call(Request)
        /// Never answered, whatever becomes of it.
        case notification(Request)
        /// Answered with this fault; id nil becomes null.
        case invalid(id: [UInt8]?, Fault)
        /// A notification whose `_meta` is not valid: not run, not answered, but counted.
        case dropped(Fault)
        /// The peer's answer to a call that nobody made here: ignored.
        case response
    }

    /// - Parameter message: one complete JSON text. What is returned points into it.
    public static func parse(_ message: UnsafeRawBufferPointer, options: EnvelopeOptions = .init()) -> Parsed {
        var spare: Tape?
        return parse(message, options: options, keeping: &spare)
    }

    /// As above, one message after the other.
    /// - Parameter spare: the index of the message before, whose memory is used again where nobody holds it any more.
    static func parse(_ message: UnsafeRawBufferPointer, options: EnvelopeOptions, keeping spare: inout Tape?) -> Parsed
    {
        let message = withoutMark(message)
        let limits = options.limits
        let tape: Tape
        do throws(JSONFailure) {
            tape = try TapeBuilder.tape(
                of: message,
                bounds: .init(depth: limits.depth, tokens: limits.values),
                reusing: isKnownUniquelyReferenced(&spare) ? spare : nil
            )
        } catch {
            return .fault(Fault(error))
        }
        spare = tape.isLarge ? nil : tape
        let parser = EnvelopeParser(tape: tape, options: options)
        guard tape.tokens[0].kind == .array else {
            return message.count > limits.request ? .fault(.requestTooLarge) : .single(parser.item(0))
        }
        let items = tape.children(of: 0)
        if items.isEmpty { return .fault(.invalidRequest("A batch must not be empty.")) }
        if items.count > limits.batchItems { return .fault(.batchTooLarge) }
        if message.count > limits.batchBytes { return .fault(.requestTooLarge) }
        return .batch(items.map(parser.item))
    }

    /// Windows clients put a byte order mark in front; RFC 8259 lets a reader ignore it.
    private static func withoutMark(_ message: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard message.first == 0xEF, message.starts(with: [0xEF, 0xBB, 0xBF]) else { return message }
        return UnsafeRawBufferPointer(rebasing: message.dropFirst(3))
    }
}
