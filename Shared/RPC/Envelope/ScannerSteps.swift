/// What the scanner does with the next bytes in each of its modes. A step returns nil to go on.
extension Scanner {
    mutating func between(_ byte: UInt8) -> Event? {
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
    mutating func structure(_ unread: UnsafeRawBufferPointer) -> Event? {
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

    mutating func string(_ unread: UnsafeRawBufferPointer) -> Event? {
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

    mutating func escape(_ byte: UInt8) -> Event? {
        if byte < 0x20 { return malformed("A control character stands unescaped in a string.") }
        seen += 1
        mode = .string
        return nil
    }

    mutating func scalar(_ byte: UInt8) -> Event? {
        guard ByteSet.word.contains(byte) else { return message() }
        seen += 1
        return nil
    }

    mutating func skip(_ byte: UInt8) -> Event? {
        seen += 1
        if byte == UInt8(ascii: "\n") {
            mode = .between
            separators.messageEnded()
            _ = separators.skips(byte)
        }
        return nil
    }

    mutating func message() -> Event {
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

    mutating func fail(_ fault: Fault) -> Event {
        mode = .broken
        return .broken(fault)
    }
}
