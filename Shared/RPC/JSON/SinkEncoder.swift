/// The place of one value in the output, for a type's `encode(to:)`.
struct SinkEncoder: Encoder {
    let sink: Sink
    /// The depth at which the value itself stands.
    let level: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(SinkMembers<Key>(sink: sink, level: open(brace: true)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer { SinkElements(sink: sink, level: open(brace: false)) }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    /// A type made of parts asks once for each part; they share one pair of brackets.
    private func open(brace: Bool) -> Int {
        if sink.depth > level, sink.isBrace(at: level) == brace {
            sink.close(to: level + 1)
            return level + 1
        }
        // The sink remembers the refusal, and throws it when this value is complete.
        do throws(JSONFailure) { try sink.open(brace: brace) } catch { return .max }
        return level + 1
    }
}

extension SinkEncoder: SingleValueEncodingContainer {
    func encodeNil() throws { sink.null() }
    func encode<T: Encodable>(_ value: T) throws { try sink.write(value, depth: level) }

    func encode(_ value: String) throws { sink.write(value) }
    func encode(_ value: Int64) throws { sink.write(value) }
    func encode(_ value: Int) throws { sink.write(value) }
    func encode(_ value: Bool) throws { sink.write(value) }
}

/// The members of an object that is being written.
struct SinkMembers<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sink: Sink
    let level: Int

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) throws {
        try start(key)
        sink.null()
    }

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        try start(key)
        do { try sink.write(value, depth: level) } catch let error as JSONFailure { throw error.below(key.stringValue) }
    }

    // The standard library has a requirement of its own for each plain type, whose default is the generic one above:
    // that asks at run time what is known here.
    func encode(_ value: String, forKey key: Key) throws {
        try start(key)
        sink.write(value)
    }

    func encode(_ value: Int64, forKey key: Key) throws {
        try start(key)
        sink.write(value)
    }

    func encode(_ value: Int, forKey key: Key) throws {
        try start(key)
        sink.write(value)
    }

    func encode(_ value: Bool, forKey key: Key) throws {
        try start(key)
        sink.write(value)
    }

    func nestedContainer<N: CodingKey>(keyedBy type: N.Type, forKey key: Key) -> KeyedEncodingContainer<N> {
        nested(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { nested(key).unkeyedContainer() }

    func superEncoder() -> any Encoder {
        do { try sink.next(at: level) } catch { return SinkEncoder(sink: sink, level: .max) }
        sink.name("super")
        return SinkEncoder(sink: sink, level: level)
    }

    func superEncoder(forKey key: Key) -> any Encoder { nested(key) }

    @inline(__always)
    private func start(_ key: Key) throws {
        try sink.next(at: level)
        sink.name(key.stringValue)
    }

    private func nested(_ key: Key) -> SinkEncoder {
        do { try start(key) } catch { return SinkEncoder(sink: sink, level: .max) }
        return SinkEncoder(sink: sink, level: level)
    }
}

/// The elements of an array that is being written.
struct SinkElements: UnkeyedEncodingContainer {
    let sink: Sink
    let level: Int
    var count = 0

    init(sink: Sink, level: Int) {
        self.sink = sink
        self.level = level
    }

    var codingPath: [any CodingKey] { [] }

    mutating func encodeNil() throws {
        try start()
        sink.null()
    }

    mutating func encode<T: Encodable>(_ value: T) throws {
        try start()
        do { try sink.write(value, depth: level) } catch let error as JSONFailure {
            throw error.below(String(count - 1))
        }
    }

    mutating func nestedContainer<N: CodingKey>(keyedBy type: N.Type) -> KeyedEncodingContainer<N> {
        nested().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nested().unkeyedContainer() }

    mutating func superEncoder() -> any Encoder { nested() }

    private mutating func start() throws {
        try sink.next(at: level)
        count += 1
    }

    private mutating func nested() -> SinkEncoder {
        do { try start() } catch { return SinkEncoder(sink: sink, level: .max) }
        return SinkEncoder(sink: sink, level: level)
    }
}
