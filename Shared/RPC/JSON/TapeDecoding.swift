import Contract

extension Tape {
    /// The value at a token as any type.
    @inline(__always)
    func decode<T: Decodable>(_ type: T.Type, at index: Int) throws -> T {
        // The plain types are met here: generic code would come back for them through a container each.
        if T.self == String.self, let value = try text(index) as? T { return value }
        if T.self == Int64.self, let value = try integer(index, as: Int64.self) as? T { return value }
        if T.self == Bool.self, let value = try bool(index) as? T { return value }
        if T.self == Int.self, let value = try integer(index, as: Int.self) as? T { return value }
        if T.self == Double.self, let value = try double(index) as? T { return value }
        return try decodeOther(type, at: index)
    }

    @inline(never)
    private func decodeOther<T: Decodable>(_ type: T.Type, at index: Int) throws -> T {
        if T.self == [String].self, let value = try strings(index) as? T { return value }
        if T.self == JSONValue.self, let value = try json(index) as? T { return value }
        if let value = try rare(type, at: index) { return value }
        do {
            let value = try T(from: TapeDecoder(tape: self, index: index))
            if isStrict { try refuseUnread(index) }
            return value
        } catch let error as DecodingError {
            guard let cases = type as? any CaseIterable.Type, let words = Self.words(of: cases) else { throw error }
            throw JSONFailure(sentence: "Must be one of \(words.joined(separator: ", ")).")
        }
    }

    private func rare<T>(_ type: T.Type, at index: Int) throws -> T? {
        if type == Float.self { return Float(try double(index)) as? T }
        if type == UInt8.self { return try integer(index, as: UInt8.self) as? T }
        if type == UInt16.self { return try integer(index, as: UInt16.self) as? T }
        if type == UInt32.self { return try integer(index, as: UInt32.self) as? T }
        if type == UInt64.self { return try integer(index, as: UInt64.self) as? T }
        if type == UInt.self { return try integer(index, as: UInt.self) as? T }
        if type == Int8.self { return try integer(index, as: Int8.self) as? T }
        if type == Int16.self { return try integer(index, as: Int16.self) as? T }
        if type == Int32.self { return try integer(index, as: Int32.self) as? T }
        return nil
    }

    private func strings(_ index: Int) throws -> [String] {
        guard tokens[index].kind == .array else { throw mismatch(index, "an array") }
        var strings: [String] = []
        let end = Int(tokens[index].next)
        var at = index + 1
        // Each string is one token; where there is anything else, this fails at it.
        strings.reserveCapacity(end - at)
        while at < end {
            do throws(JSONFailure) { strings.append(try text(at)) } catch { throw error.below(String(strings.count)) }
            at = Int(tokens[at].next)
        }
        return strings
    }

    /// What a type that was decoded did not ask for is refused, and so is a name that occurs twice.
    private func refuseUnread(_ index: Int) throws(JSONFailure) {
        let flags = tokens[index].flags
        if flags.contains(.positional) { return }
        // A type without members asks for nothing; it still takes an object only.
        guard tokens[index].kind == .object else {
            if flags.contains(.opened) { return }
            throw mismatch(index, "an object")
        }
        if flags.contains(.opened), !flags.contains(.keyed) { return }
        if let twice = duplicate(in: index) { throw JSONFailure(sentence: "This member occurs twice.").below(twice) }
        let end = Int(tokens[index].next)
        var at = index + 1
        while at < end {
            if !tokens[at].flags.contains(.read) {
                throw JSONFailure(sentence: "There is no member of this name.").below(string(at))
            }
            at = Int(tokens[at + 1].next)
        }
    }

    private static func words<C: CaseIterable>(of type: C.Type) -> [String]? {
        let words = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
        return words.isEmpty ? nil : words
    }

    /// Any value as a tree. Names that occur twice are refused, because no reader agrees on what they mean.
    func json(_ index: Int) throws(JSONFailure) -> JSONValue {
        switch tokens[index].kind {
        case .null: return .null
        case .yes: return .bool(true)
        case .no: return .bool(false)
        case .integer: return try whole(index)
        case .number: return .number(try double(index))
        case .string: return .string(string(index))
        case .array: return .array(try elements(index))
        case .object: return .object(try members(index))
        }
    }

    /// Beyond 64 bits a double has to do.
    private func whole(_ index: Int) throws(JSONFailure) -> JSONValue {
        if let value = try? integer(index, as: Int64.self) { return .integer(value) }
        return .number(try double(index))
    }

    private func elements(_ index: Int) throws(JSONFailure) -> [JSONValue] {
        var elements: [JSONValue] = []
        for child in children(of: index) {
            do throws(JSONFailure) { elements.append(try json(child)) } catch {
                throw error.below(String(elements.count))
            }
        }
        return elements
    }

    private func members(_ index: Int) throws(JSONFailure) -> [JSONValue.Member] {
        if let twice = duplicate(in: index) { throw JSONFailure(sentence: "This member occurs twice.").below(twice) }
        var members: [JSONValue.Member] = []
        for key in children(of: index) where !isHidden(key) {
            let name = string(key)
            do throws(JSONFailure) { members.append(.init(name, try json(key + 1))) } catch { throw error.below(name) }
        }
        return members
    }
}
