import Contract

extension Sink {
    /// The plain types that the wire does not use itself. They have to be met, because each encodes itself as itself.
    func writeRare<T: Encodable>(_ value: T) throws -> Bool {
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
        case .bool(let value): write(value)
        case .integer(let value): write(value)
        case .number(let value): try Text.append(value, to: &bytes)
        case .string(let value): write(value)
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

    func write(strings: [String]) throws {
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
