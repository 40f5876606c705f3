public import Contract

extension JSONValue {
    /// Reads any JSON text.
    /// - Throws: ``JSONFailure`` where the text is not JSON, nests deeper than 64 levels, or names a member twice.
    public init(parsing text: [UInt8]) throws(JSONFailure) {
        self = try JSONReader.decode(JSONValue.self, from: text, strict: true)
    }

    /// What a value would be on the wire.
    /// - Throws: as ``JSONWriter/write(_:)`` does.
    public init(encoding value: some Encodable) throws {
        var writer = JSONWriter()
        try writer.write(value)
        try self.init(parsing: writer.bytes)
    }

    /// Compact text, on a single line. What JSON cannot hold, not-a-number and infinity, becomes null.
    public func text() -> String {
        var bytes: [UInt8] = []
        append(to: &bytes, indent: nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Two spaces of indentation, one member on each line; equal values give equal text.
    public func prettyText() -> String {
        var bytes: [UInt8] = []
        append(to: &bytes, indent: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func append(to bytes: inout [UInt8], indent: Int?) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): Text.append(value, to: &bytes)
        case .number(let value): bytes.append(contentsOf: (value.isFinite ? value.description : "null").utf8)
        case .string(let value): Text.append(value, to: &bytes)
        case .array(let elements):
            Self.append(elements, between: ("[", "]"), to: &bytes, indent: indent) { $0.append(to: &$1, indent: $2) }
        case .object(let members):
            Self.append(members, between: ("{", "}"), to: &bytes, indent: indent) { member, bytes, indent in
                Text.append(member.key, to: &bytes)
                bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
                member.value.append(to: &bytes, indent: indent)
            }
        }
    }

    private static func append<Item>(
        _ items: [Item],
        between brackets: (String, String),
        to bytes: inout [UInt8],
        indent: Int?,
        _ write: (Item, inout [UInt8], Int?) -> Void
    ) {
        let inner = indent.map { $0 + 2 }
        bytes.append(contentsOf: brackets.0.utf8)
        for (position, item) in items.enumerated() {
            if position > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine(to: inner, &bytes)
            write(item, &bytes, inner)
        }
        if !items.isEmpty { breakLine(to: indent, &bytes) }
        bytes.append(contentsOf: brackets.1.utf8)
    }

    private static func breakLine(to indent: Int?, _ bytes: inout [UInt8]) {
        guard let indent else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }
}
