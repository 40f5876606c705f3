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
    public init(key: String) { wire = Hexadecimal.text(key.utf8) }

    public init(wire: String) throws(InvalidValue) {
        guard (2...1024).contains(wire.utf8.count), Hexadecimal.bytes(wire) != nil else {
            throw InvalidValue("must be the `next` of an earlier page")
        }
        self.wire = wire
    }

    /// The sort key that it was made from.
    public var key: String { String(decoding: Hexadecimal.bytes(wire) ?? [], as: UTF8.self) }

    public static var schema: Schema {
        .text(2...1024, pattern: "^([0-9a-f]{2})+$", "Where a list goes on; opaque, from an earlier page.")
    }
    public static var example: Cursor { Cursor(key: "mem_01") }
}
