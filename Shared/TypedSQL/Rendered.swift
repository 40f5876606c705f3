/// A statement in the form one engine takes: the text with placeholders, and the values beside it.
package struct Rendered: Sendable, Hashable {
    package let text: String
    package let values: [Value]
    package let types: [SQLType]

    package init(_ text: String, values: [Value] = [], types: [SQLType] = []) {
        self.text = text
        self.values = values
        self.types = types
    }
}

extension SQL {
    /// - Throws: `SQLError.other` with code 22021 for text with a zero byte and 22003 for a number that
    ///   is not finite. PostgreSQL cannot store the first and SQLite turns the second into NULL.
    package func rendered(for engine: Engine) throws -> Rendered {
        var text = ""
        var values: [Value] = []
        var types: [SQLType] = []
        text.reserveCapacity(8 * pieces.count)
        values.reserveCapacity(pieces.count / 2 + 1)
        types.reserveCapacity(pieces.count / 2 + 1)
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal
            case .value(let value, let type):
                try value.checkStorable()
                values.append(value)
                types.append(type)
                text += engine == .sqlite ? "?" : Self.place(values.count)
            }
        }
        return Rendered(text, values: values, types: types)
    }

    /// Statements with a row for each of many things have a thousand places and more.
    private static func place(_ number: Int) -> String {
        number < places.count ? places[number] : "$\(number)"
    }

    private static let places = (0...2048).map { "$\($0)" }
}

extension Value {
    /// What the value itself says about its type; NULL says nothing.
    var type: SQLType? {
        switch self {
        case .null: nil
        case .integer: .bigint
        case .real: .double
        case .text: .text
        case .boolean: .boolean
        case .blob: .bytes
        }
    }

    func checkStorable() throws {
        switch self {
        case .text(let text) where text.hasZeroByte:
            throw SQLError.other(code: "22021", message: "a text has a zero byte")
        case .real(let number) where !number.isFinite:
            throw SQLError.other(code: "22003", message: "a number is not finite")
        default: return
        }
    }
}

extension String {
    fileprivate var hasZeroByte: Bool { utf8.withContiguousStorageIfAvailable { $0.contains(0) } ?? utf8.contains(0) }
}
