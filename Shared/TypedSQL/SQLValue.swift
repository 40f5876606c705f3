/// A Swift type that can be bound to a statement and read from a row.
///
/// An enum or struct that is `RawRepresentable` over such a type needs only
/// `extension Colour: SQLValue {}`. Anything else writes the first two requirements.
public protocol SQLValue: Sendable {
    var sqlValue: Value { get }
    /// - Throws: `SQLError.decoding` when the value is of another kind or out of range.
    init(sqlValue: Value) throws
    /// The type of the column that holds it. PostgreSQL must know it for NULL and for empty lists.
    static var sqlType: SQLType { get }
}

extension SQLValue {
    /// Found by asking which kind of value the type accepts, so that conforming stays two lines.
    public static var sqlType: SQLType {
        if (try? Self(sqlValue: .boolean(true))) != nil { return .boolean }
        if (try? Self(sqlValue: .integer(1))) != nil { return .bigint }
        if (try? Self(sqlValue: .real(0.5))) != nil { return .double }
        if (try? Self(sqlValue: .blob([]))) != nil { return .bytes }
        return .text
    }
}

extension SQLValue where Self: RawRepresentable, RawValue: SQLValue {
    public var sqlValue: Value { rawValue.sqlValue }

    public init(sqlValue: Value) throws {
        let raw = try RawValue(sqlValue: sqlValue)
        guard let value = Self(rawValue: raw) else {
            throw SQLError.decoding("a stored \(sqlValue.kind) is no \(Self.self)")
        }
        self = value
    }

    public static var sqlType: SQLType { RawValue.sqlType }
}

extension SQLError {
    /// A value of another kind than the type reads.
    package static func unexpected(_ value: Value, for type: Any.Type) -> SQLError {
        .decoding("found \(value.kind) where \(type) is read")
    }
}
