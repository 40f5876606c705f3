extension Value: SQLValue {
    public var sqlValue: Value { self }
    public init(sqlValue: Value) { self = sqlValue }
    public static var sqlType: SQLType { .text }
}

extension String: SQLValue {
    public var sqlValue: Value { .text(self) }

    public init(sqlValue: Value) throws {
        guard case .text(let text) = sqlValue else { throw SQLError.unexpected(sqlValue, for: Self.self) }
        self = text
    }

    public static var sqlType: SQLType { .text }
}

extension Int64: SQLValue {
    public var sqlValue: Value { .integer(self) }

    public init(sqlValue: Value) throws {
        guard case .integer(let number) = sqlValue else { throw SQLError.unexpected(sqlValue, for: Self.self) }
        self = number
    }

    public static var sqlType: SQLType { .bigint }
}

extension Int: SQLValue {
    public var sqlValue: Value { .integer(Int64(self)) }

    public init(sqlValue: Value) throws {
        guard let number = Int(exactly: try Int64(sqlValue: sqlValue)) else {
            throw SQLError.decoding("a BIGINT does not fit an Int")
        }
        self = number
    }

    public static var sqlType: SQLType { .bigint }
}

extension Bool: SQLValue {
    public var sqlValue: Value { .boolean(self) }

    /// SQLite stores booleans as 0 and 1, so these two integers are read as well.
    public init(sqlValue: Value) throws {
        switch sqlValue {
        case .boolean(let flag): self = flag
        case .integer(0): self = false
        case .integer(1): self = true
        default: throw SQLError.unexpected(sqlValue, for: Self.self)
        }
    }

    public static var sqlType: SQLType { .boolean }
}

extension Double: SQLValue {
    public var sqlValue: Value { .real(self) }

    /// Whole numbers are read as well, because SQLite may give an expression back as an integer.
    public init(sqlValue: Value) throws {
        switch sqlValue {
        case .real(let number): self = number
        case .integer(let number): self = Double(number)
        default: throw SQLError.unexpected(sqlValue, for: Self.self)
        }
    }

    public static var sqlType: SQLType { .double }
}

extension Array: SQLValue where Element == UInt8 {
    public var sqlValue: Value { .blob(self) }

    public init(sqlValue: Value) throws {
        guard case .blob(let bytes) = sqlValue else { throw SQLError.unexpected(sqlValue, for: Self.self) }
        self = bytes
    }

    public static var sqlType: SQLType { .bytes }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    public var sqlValue: Value { self?.sqlValue ?? .null }

    public init(sqlValue: Value) throws {
        self = sqlValue == .null ? nil : try Wrapped(sqlValue: sqlValue)
    }

    public static var sqlType: SQLType { Wrapped.sqlType }
}
