public import Contract

/// A part of a list, and where to go on.
public struct Page<Item: Codable & Sendable>: Codable, Sendable {
    public var items: [Item]
    /// Give it as `after` to read on; absent at the end.
    public var next: Cursor?

    public init(items: [Item], next: Cursor?) {
        self.items = items
        self.next = next
    }

    /// From one row more than was asked for: the surplus tells that there is another page.
    /// - Parameter key: the sort key of an item, from which its cursor is made.
    public init(surplus rows: [Item], limit: PageLimit, key: (Item) -> String) {
        items = Array(rows.prefix(limit.count))
        next = rows.count > limit.count ? items.last.map { Cursor(key: key($0)) } : nil
    }
}

extension Page: Equatable where Item: Equatable {}

/// How many items a page may have at most.
public struct PageLimit: WireValue {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...500).contains(wire) else { throw InvalidValue("must be from 1 to 500") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public var count: Int { Int(wire) }
    /// What a method uses when the caller names none.
    public static let standard = PageLimit(unchecked: 50)
    public static var schema: Schema { Schema(.integer(1...500), "How many items a page may have; 50 if not given.") }
    public static var example: PageLimit { standard }
}

/// Where a list goes on. Opaque: its content may change between versions.
public struct Cursor: WireValue {
    public let wire: String

    /// - Parameter key: the sort key of the last item that was seen.
    public init(key: String) { wire = Self.alphabetText(Array(key.utf8)) }

    public init(wire: String) throws(InvalidValue) {
        guard (2...1024).contains(wire.utf8.count), Self.bytes(wire) != nil else {
            throw InvalidValue("must be the `next` of an earlier page")
        }
        self.wire = wire
    }

    /// The sort key that it was made from.
    public var key: String { String(decoding: Self.bytes(wire) ?? [], as: UTF8.self) }

    private static func alphabetText(_ bytes: [UInt8]) -> String {
        bytes.reduce(into: "") { text, byte in text += (byte < 16 ? "0" : "") + String(byte, radix: 16) }
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap(digit)
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 97...102: byte - 87
        default: nil
        }
    }

    public static var schema: Schema {
        .text(2...1024, pattern: "^([0-9a-f]{2})+$", "Where a list goes on; opaque, from an earlier page.")
    }
    public static var example: Cursor { Cursor(key: "mem_01") }
}
