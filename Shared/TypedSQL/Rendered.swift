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
        for piece in pieces {
            switch piece {
            case .text(let literal): text += literal
            case .value(let value, let type):
                try value.checkStorable()
                values.append(value)
                types.append(type)
                text += engine == .sqlite ? "?" : "$\(values.count)"
            }
        }
        return Rendered(text, values: values, types: types)
    }
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
        case .text(let text) where text.utf8.contains(0):
            throw SQLError.other(code: "22021", message: "a text has a zero byte")
        case .real(let number) where !number.isFinite:
            throw SQLError.other(code: "22003", message: "a number is not finite")
        default: return
        }
    }
}
