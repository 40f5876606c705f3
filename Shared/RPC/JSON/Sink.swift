import Contract

/// What all containers of one encoding write to: the buffer, and which brackets are open in it.
///
/// Containers have no end of their own in `Codable`, so one is closed when something outside it is written next, or
/// when the value that opened it is complete. They must therefore be written depth first, as all synthesised code
/// does.
final class Sink {
    // No access to these can overlap another: all of them begin and end within one call of this class or of `Text`,
    // which call nothing back. Checking each again while running would cost more than appending a byte does.
    @exclusivity(unchecked) var bytes: [UInt8] = []
    private let limit: Int
    @exclusivity(unchecked) private(set) var depth = 0
    /// Bit n says that the bracket at depth n is a brace.
    private var braces: UInt64 = 0
    private static let deepest = 64
    /// A bracket that could not be opened; remembered, because opening a container cannot throw in `Codable`.
    private var refused: JSONFailure?

    init(taking buffer: inout [UInt8], limit: Int) {
        self.limit = limit
        swap(&bytes, &buffer)
    }

    func give(to buffer: inout [UInt8]) { swap(&bytes, &buffer) }

    func truncate(to length: Int) { bytes.removeLast(bytes.count - length) }

    func open(brace: Bool) throws(JSONFailure) {
        guard depth < Self.deepest else {
            let failure = JSONFailure(.depth, "Nested deeper than \(Self.deepest) levels.")
            refused = failure
            throw failure
        }
        let bit = UInt64(1) << UInt64(depth)
        braces = brace ? braces | bit : braces & ~bit
        bytes.append(brace ? UInt8(ascii: "{") : UInt8(ascii: "["))
        depth += 1
    }

    func close(to level: Int) {
        while depth > level {
            depth -= 1
            bytes.append(braces & 1 << UInt64(depth) != 0 ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        }
    }

    /// Whether the bracket at that depth is a brace.
    func isBrace(at level: Int) -> Bool { braces & 1 << UInt64(level) != 0 }

    /// Makes room for the next member or element of the container whose contents are at `level`.
    @inline(__always)
    func next(at level: Int) throws {
        guard depth >= level else {
            throw JSONFailure(sentence: "A container was written to after it had been closed.")
        }
        if depth > level { close(to: level) }
        try checkLength()
        // A value never ends in an opening bracket, so the last byte tells whether this is the first.
        if let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") {
            bytes.append(UInt8(ascii: ","))
        }
    }

    @inline(__always)
    func name(_ name: String) {
        Text.append(name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    func null() { bytes.append(contentsOf: "null".utf8) }

    /// Writes one value, which stands in a container whose contents are at `level`.
    @inline(__always)
    func write<T: Encodable>(_ value: T, depth level: Int) throws {
        if T.self == String.self, let value = value as? String { return write(value) }
        if T.self == Int64.self, let value = value as? Int64 { return write(value) }
        if T.self == Bool.self, let value = value as? Bool { return write(value) }
        if T.self == Int.self, let value = value as? Int { return write(value) }
        if T.self == Double.self, let value = value as? Double { return try Text.append(value, to: &bytes) }
        try writeOther(value, depth: level)
    }

    func write(_ value: String) { Text.append(value, to: &bytes) }
    func write(_ value: Int64) { Text.append(value, to: &bytes) }
    func write(_ value: Int) { Text.append(value, to: &bytes) }
    func write(_ value: Bool) { bytes.append(contentsOf: (value ? "true" : "false").utf8) }

    @inline(never)
    private func writeOther<T: Encodable>(_ value: T, depth level: Int) throws {
        if T.self == JSONValue.self, let value = value as? JSONValue { return try write(json: value) }
        if T.self == [String].self, let value = value as? [String] { return try write(strings: value) }
        if try writeRare(value) { return }
        let mark = bytes.count
        try value.encode(to: SinkEncoder(sink: self, level: level))
        if let refused { throw refused }
        close(to: level)
        if bytes.count == mark { bytes.append(contentsOf: "{}".utf8) }
        try checkLength()
    }

    @inline(__always)
    func checkLength() throws(Fault) {
        if bytes.count > limit { throw .responseTooLarge }
    }
}
