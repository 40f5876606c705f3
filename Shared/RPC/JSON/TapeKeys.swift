/// The members of an object, or params by position, for types that ask by name.
struct TapeMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let tape: Tape
    let index: Int

    var codingPath: [any CodingKey] { [] }

    var allKeys: [Key] {
        let children = tape.children(of: index)
        if tape.tokens[index].kind == .array {
            return tape.order.prefix(children.count).compactMap { Key(stringValue: $0) }
        }
        return children.compactMap { tape.isHidden($0) ? nil : Key(stringValue: tape.string($0)) }
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { tape.tokens[try require(key)].kind == .null }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        let value = try require(key)
        do { return try tape.decode(type, at: value) } catch { throw located(error, key) }
    }

    // The standard library has a requirement of its own for each plain type, whose default is the generic one above:
    // that asks at run time what is known here.
    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        let value = try require(key)
        do { return try tape.text(value) } catch { throw located(error, key) }
    }

    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 {
        let value = try require(key)
        do { return try tape.integer(value, as: Int64.self) } catch { throw located(error, key) }
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        let value = try require(key)
        do { return try tape.integer(value, as: Int.self) } catch { throw located(error, key) }
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        let value = try require(key)
        do { return try tape.bool(value) } catch { throw located(error, key) }
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        guard let value = find(key), tape.tokens[value].kind != .null else { return nil }
        do { return try tape.decode(type, at: value) } catch { throw located(error, key) }
    }

    // The defaults of these look a key up three times.
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try present(type, key) }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try present(type, key) }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try present(type, key) }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try present(type, key) }
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try present(type, key) }

    func nestedContainer<N: CodingKey>(keyedBy type: N.Type, forKey key: Key) throws -> KeyedDecodingContainer<N> {
        try TapeDecoder(tape: tape, index: require(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try TapeDecoder(tape: tape, index: require(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        guard let value = tape.member("super", of: index) else {
            throw JSONFailure(sentence: JSONFailure.missing).below("super")
        }
        return TapeDecoder(tape: tape, index: value)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { TapeDecoder(tape: tape, index: try require(key)) }

    private func present<T: Decodable>(_ type: T.Type, _ key: Key) throws -> T? {
        guard let value = find(key), tape.tokens[value].kind != .null else { return nil }
        do { return try tape.decode(type, at: value) } catch { throw located(error, key) }
    }

    private func find(_ key: Key) -> Int? {
        guard tape.tokens[index].kind == .array else { return tape.member(key.stringValue, of: index) }
        guard let position = tape.order.firstIndex(of: key.stringValue) else { return nil }
        return tape.children(of: index).dropFirst(position).first
    }

    private func require(_ key: Key) throws(JSONFailure) -> Int {
        guard let value = find(key) else { throw JSONFailure(sentence: JSONFailure.missing).below(step(key)) }
        return value
    }

    private func located(_ error: any Error, _ key: Key) -> JSONFailure { JSONFailure.from(error).below(step(key)) }

    /// The caller's own way of naming it: by name, or by place.
    private func step(_ key: Key) -> String {
        guard tape.tokens[index].kind == .array else { return key.stringValue }
        return tape.order.firstIndex(of: key.stringValue).map(String.init) ?? key.stringValue
    }
}
