/// Checks a text against RFC 8259 and indexes it, in one pass and without recursion.
struct TapeBuilder {
    /// How much one text may hold.
    struct Bounds {
        /// Nested arrays and objects.
        var depth = 64
        /// Values and member names together; bounds the memory of the index to 16 bytes for each.
        var tokens = Int.max
    }

    private enum State {
        case value, firstElement, firstMember, member, after
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    let tape: Tape
    let bounds: Bounds
    var at = 0
    private var state = State.value
    private var depth = 0
    /// The innermost open container.
    private var open = -1

    /// - Parameter spare: a tape that nobody else holds, to be used again.
    /// - Throws: ``JSONFailure`` with the offset of the first byte that is wrong.
    static func tape(
        of bytes: UnsafeRawBufferPointer,
        bounds: Bounds = .init(),
        reusing spare: Tape? = nil
    ) throws(JSONFailure) -> Tape {
        guard let base = bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count < Int(UInt32.max) else {
            throw JSONFailure(.grammar, bytes.isEmpty ? "There is no JSON here." : "This text is too long.")
        }
        let tape = spare ?? Tape(base: base, bytes: bytes.count)
        if spare != nil { tape.restart(base: base) }
        var builder = TapeBuilder(base: base, count: bytes.count, tape: tape, bounds: bounds)
        try builder.build()
        return tape
    }

    private init(base: UnsafePointer<UInt8>, count: Int, tape: Tape, bounds: Bounds) {
        self.base = base
        self.count = count
        self.tape = tape
        self.bounds = bounds
    }

    private mutating func build() throws(JSONFailure) {
        repeat {
            skipSpace()
            guard at < count else { throw wrong("The JSON ends too early") }
            try step(base[at])
        } while open >= 0 || state != .after
        skipSpace()
        guard at == count else { throw wrong("Something follows the JSON value") }
    }

    private mutating func step(_ byte: UInt8) throws(JSONFailure) {
        switch (state, byte) {
        case (.firstElement, UInt8(ascii: "]")), (.firstMember, UInt8(ascii: "}")): close()
        case (.value, _), (.firstElement, _): try value(byte)
        case (.firstMember, _), (.member, _): try name(byte)
        case (.after, UInt8(ascii: ",")):
            at += 1
            state = tape.tokens[open].kind == .object ? .member : .value
        case (.after, UInt8(ascii: "]")) where tape.tokens[open].kind == .array: close()
        case (.after, UInt8(ascii: "}")) where tape.tokens[open].kind == .object: close()
        case (.after, _): throw wrong("A comma or a closing bracket is missing")
        }
    }

    private mutating func value(_ byte: UInt8) throws(JSONFailure) {
        state = .after
        switch byte {
        case UInt8(ascii: "\""): try string()
        case UInt8(ascii: "{"): try enter(.object, .firstMember)
        case UInt8(ascii: "["): try enter(.array, .firstElement)
        case UInt8(ascii: "t"): try word("true", .yes)
        case UInt8(ascii: "f"): try word("false", .no)
        case UInt8(ascii: "n"): try word("null", .null)
        default: try number(byte)
        }
        if tape.count > bounds.tokens { throw JSONFailure(.size, "More than \(bounds.tokens) values in one text.") }
    }

    private mutating func name(_ byte: UInt8) throws(JSONFailure) {
        guard byte == UInt8(ascii: "\"") else { throw wrong("A member name in quotes is missing") }
        try string()
        skipSpace()
        guard at < count, base[at] == UInt8(ascii: ":") else { throw wrong("A colon is missing") }
        at += 1
        state = .value
    }

    private mutating func enter(_ kind: Token.Kind, _ next: State) throws(JSONFailure) {
        guard depth < bounds.depth else { throw JSONFailure(.depth, "Nested deeper than \(bounds.depth) levels.") }
        let index = tape.count
        tape.append(kind, from: at, to: at)
        tape.tokens[index].next = UInt32(bitPattern: Int32(truncatingIfNeeded: open))
        open = index
        depth += 1
        at += 1
        state = next
    }

    private mutating func close() {
        at += 1
        let outer = Int32(bitPattern: tape.tokens[open].next)
        tape.tokens[open].end = UInt32(truncatingIfNeeded: at)
        tape.tokens[open].next = UInt32(truncatingIfNeeded: tape.count)
        open = Int(outer)
        depth -= 1
        state = .after
    }

    @inline(__always)
    mutating func skipSpace() {
        while at < count {
            let byte = base[at]
            guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            at += 1
        }
    }

    func wrong(_ what: String) -> JSONFailure { JSONFailure(.grammar, "\(what), at byte \(at).") }
}
