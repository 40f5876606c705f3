public import Contract
public import Models

// How the vocabulary stands in a database: exactly as on the wire, except instants, which are microseconds.

extension SQLValue where Self: WireValue, Self.Wire: SQLValue {
    public var sqlValue: Value { wire.sqlValue }
    public init(sqlValue: Value) throws { self = try Self(wire: Self.Wire(sqlValue: sqlValue)) }
    public static var sqlType: SQLType { Wire.sqlType }
}

extension ID: SQLValue {}
extension Text: SQLValue {}
extension EmailAddress: SQLValue {}
extension LanguageTag: SQLValue {}
extension Currency: SQLValue {}
extension Digest: SQLValue {}
extension Day: SQLValue {}
extension Actor: SQLValue {}
extension Cursor: SQLValue {}
extension Seconds: SQLValue {}
extension Quantity: SQLValue {}
extension Weight: SQLValue {}
extension Points: SQLValue {}
extension PointAmount: SQLValue {}
extension MinorUnits: SQLValue {}
extension PageLimit: SQLValue {}
extension LogPosition: SQLValue {}
extension Role: SQLValue {}

extension Instant: SQLValue {
    public var sqlValue: Value { .integer(microseconds) }
    public init(sqlValue: Value) throws { self.init(microseconds: try Int64(sqlValue: sqlValue)) }
    public static var sqlType: SQLType { .bigint }
}
