import Contract

/// What all containers of one encoding write to: the buffer, and which brackets are open in it.
///
/// Containers have no end of their own in `Codable`, so one is closed when something outside it is written next, or when
/// the value that opened it is complete. They must therefore be written depth first, as all synthesised code does.
final class Sink {
    private var bytes: [UInt8] = []
    private let limit: Int
    private(set) var depth = 0
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
        if T.self == String.self, let value = value as? String { return Text.append(value, to: &bytes) }
        if T.self == Int64.self, let value = value as? Int64 { return Text.append(value, to: &bytes) }
        if T.self == Bool.self, let value = value as? Bool {
            return bytes.append(contentsOf: (value ? "true" : "false").utf8)
        }
        if T.self == Int.self, let value = value as? Int { return Text.append(value, to: &bytes) }
        if T.self == Double.self, let value = value as? Double { return try Text.append(value, to: &bytes) }
        try writeOther(value, depth: level)
    }

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

    /// The plain types that the wire does not use itself. They have to be met, because each encodes itself as itself.
    private func writeRare<T: Encodable>(_ value: T) throws -> Bool {
        if T.self == Float.self, let value = value as? Float { try writeFloat(value); return true }
        if T.self == UInt8.self, let value = value as? UInt8 { Text.append(value, to: &bytes); return true }
        if T.self == UInt16.self, let value = value as? UInt16 { Text.append(value, to: &bytes); return true }
        if T.self == UInt32.self, let value = value as? UInt32 { Text.append(value, to: &bytes); return true }
        if T.self == UInt64.self, let value = value as? UInt64 { Text.append(value, to: &bytes); return true }
        if T.self == UInt.self, let value = value as? UInt { Text.append(value, to: &bytes); return true }
        if T.self == Int8.self, let value = value as? Int8 { Text.append(value, to: &bytes); return true }
        if T.self == Int16.self, let value = value as? Int16 { Text.append(value, to: &bytes); return true }
        if T.self == Int32.self, let value = value as? Int32 { Text.append(value, to: &bytes); return true }
        return false
    }

    private func writeFloat(_ value: Float) throws {
        guard value.isFinite else { throw JSONFailure(sentence: "JSON cannot hold \(value).") }
        bytes.append(contentsOf: value.description.utf8)
    }

    func write(json value: JSONValue) throws {
        switch value {
        case .null: null()
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): Text.append(value, to: &bytes)
        case .number(let value): try Text.append(value, to: &bytes)
        case .string(let value): Text.append(value, to: &bytes)
        case .array(let elements):
            try nested(brace: false) { level in
                for element in elements { try next(at: level); try write(json: element) }
            }
        case .object(let members):
            try nested(brace: true) { level in
                for member in members { try next(at: level); name(member.key); try write(json: member.value) }
            }
        }
    }

    private func write(strings: [String]) throws {
        try nested(brace: false) { level in
            for string in strings {
                try next(at: level)
                Text.append(string, to: &bytes)
            }
        }
    }

    private func nested(brace: Bool, _ contents: (Int) throws -> Void) throws {
        let level = depth
        try open(brace: brace)
        try contents(level + 1)
        close(to: level)
    }
}
