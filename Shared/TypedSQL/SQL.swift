/// Text of a statement with its values, which are always bound and never become part of the text.
///
/// Only literals can become text: there is no way from a `String` to it. Interpolated is
/// - a value, `"... WHERE id = \(id)"`;
/// - a list, `"... WHERE id IN \(list: ids)"`, which may be empty, or one row, `"VALUES \(list: [a, b])"`;
/// - several rows, `"VALUES \(rows: [[a, b], [c, d]])"`, of which there must be at least one;
/// - another fragment, `"SELECT \(columns) FROM account"`.
///
/// A statement carries at most 32,766 values, the limit of SQLite.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
    package enum Piece: Sendable, Hashable {
        case text(String)
        case value(Value, SQLType)
    }

    package var pieces: [Piece]

    public init(stringLiteral literal: StaticString) {
        pieces = [.text(literal.description)]
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    package init(pieces: [Piece]) {
        self.pieces = pieces
    }
}

extension SQL {
    /// What stands between the braces of a `SQL` literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            if literal.utf8CodeUnitCount > 0 { pieces.append(.text(literal.description)) }
        }

        public mutating func appendInterpolation<T: SQLValue>(_ value: T) {
            pieces.append(SQL.Piece(value))
        }

        /// An optional of its own, because the compiler takes an optional in the other one for an oversight.
        public mutating func appendInterpolation<T: SQLValue>(_ value: T?) {
            pieces.append(SQL.Piece(value))
        }

        public mutating func appendInterpolation(_ fragment: SQL) {
            pieces += fragment.pieces
        }

        public mutating func appendInterpolation<T: SQLValue>(list values: [T]) {
            appendList(values.map { Piece($0) }, emptyAs: T.sqlType)
        }

        public mutating func appendInterpolation(list values: [any SQLValue]) {
            appendList(values.map { Piece($0) }, emptyAs: .text)
        }

        public mutating func appendInterpolation(rows: [[any SQLValue]]) {
            pieces.reserveCapacity(pieces.count + rows.reduce(0) { $0 + 2 * $1.count + 2 })
            for (index, row) in rows.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                appendList(row.map { Piece($0) }, emptyAs: .text)
            }
        }

        /// `IN ()` is no SQL on PostgreSQL and `IN (NULL)` is never true nor false, so nothing is
        /// written as a query that finds nothing: `IN` is then false and `NOT IN` true on both engines.
        private mutating func appendList(_ items: [Piece], emptyAs type: SQLType) {
            let nothing: SQL = "(SELECT CAST(NULL AS \(type.name)) WHERE 1 = 0)"
            guard !items.isEmpty else { return appendInterpolation(nothing) }
            for (index, item) in items.enumerated() {
                pieces.append(.text(index == 0 ? "(" : ", "))
                pieces.append(item)
            }
            pieces.append(.text(")"))
        }
    }
}

extension SQL.Piece {
    /// The type is asked only where the value does not say it, because many types have to try what they accept.
    init<T: SQLValue>(_ value: T) {
        let stored = value.sqlValue
        self = .value(stored, stored.type ?? type(of: value).sqlType)
    }
}

extension Sequence<SQL> {
    /// One fragment of several, for conditions and columns that are put together in Swift.
    public func joined(separator: SQL) -> SQL {
        var pieces: [SQL.Piece] = []
        for (index, fragment) in enumerated() {
            if index > 0 { pieces += separator.pieces }
            pieces += fragment.pieces
        }
        return SQL(pieces: pieces)
    }
}
