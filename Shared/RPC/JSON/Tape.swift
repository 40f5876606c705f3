/// The flat index of one parsed text: a token for each value and each member name, in the order of the bytes.
///
/// One pass over the bytes checks everything that RFC 8259 asks for and leaves this behind; afterwards containers are
/// walked by token, a value that nobody asks for costs one step, and no byte is checked a second time. It points into
/// the caller's bytes, so it lives only as long as they do.
final class Tape {
    private(set) var base: UnsafePointer<UInt8>
    private(set) var tokens: UnsafeMutablePointer<Token>
    private(set) var count = 0
    private var capacity: Int
    /// Whether members that the type does not ask for, and names that occur twice, are refused.
    var isStrict = false
    /// The names of params that are given by position.
    var order: [String] = []
    /// Whether tokens may still carry the marks of an earlier decoding.
    var isMarked = false

    init(base: UnsafePointer<UInt8>, bytes: Int) {
        self.base = base
        capacity = bytes / 12 + 16
        tokens = .allocate(capacity: capacity)
    }

    deinit { tokens.deallocate() }

    /// Begins again with another text, in the memory of the one before. Nobody else may hold the tape.
    func restart(base: UnsafePointer<UInt8>) {
        self.base = base
        count = 0
        isStrict = false
        order = []
        isMarked = false
    }

    /// Whether it has grown to a size that is not worth keeping for the next text.
    var isLarge: Bool { capacity > 512 }

    @inline(__always)
    func append(_ kind: Token.Kind, from start: Int, to end: Int, flags: Token.Flags = []) {
        if count == capacity { grow() }
        let next = UInt32(truncatingIfNeeded: count + 1)
        (tokens + count).initialize(
            to: Token(
                start: UInt32(truncatingIfNeeded: start),
                end: UInt32(truncatingIfNeeded: end),
                next: next,
                kind: kind,
                flags: flags
            )
        )
        count += 1
    }

    private func grow() {
        let larger = UnsafeMutablePointer<Token>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: tokens, count: count)
        tokens.deallocate()
        tokens = larger
        capacity *= 2
    }

    /// The bytes of a token, without the quotes of a string.
    @inline(__always)
    func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let token = tokens[index]
        return UnsafeBufferPointer(start: base + Int(token.start), count: Int(token.end - token.start))
    }

    /// The bytes of a token as they stand in the text, with the quotes of a string.
    func verbatim(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let token = tokens[index]
        let quote = token.kind == .string ? 1 : 0
        return UnsafeBufferPointer(
            start: base + Int(token.start) - quote,
            count: Int(token.end - token.start) + 2 * quote
        )
    }

    /// Lets the same value be decoded as another type. The rest of the text is left alone, or a batch would cost its
    /// square.
    func clearMarks(from first: Int) {
        guard isMarked else { return isMarked = true }
        for index in first..<Int(tokens[first].next) {
            tokens[index].flags.subtract([.read, .opened, .keyed])
            tokens[index].hint = 0
        }
    }
}
