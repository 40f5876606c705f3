/// The decoder behind ``SchemaReader``: answers every question with an example and remembers that it was asked.
final class RecordingDecoder: Decoder {
    let record: SchemaRecord
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    var recorded = Schema(.object([]))

    init(record: SchemaRecord, path: [any CodingKey]) {
        self.record = record
        codingPath = path
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(RecordingKeys<Key>(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { RecordingElements(decoder: self) }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { RecordingValue(decoder: self) }

    func describe<T: Decodable>(_ type: T.Type, at key: any CodingKey, isRequired: Bool) throws -> T {
        let (schema, example) = try record.describe(type)
        guard case .object(var properties) = recorded.kind else { return example }
        if !properties.contains(where: { $0.name == key.stringValue }) {
            properties.append(.init(key.stringValue, schema, isRequired: isRequired))
        }
        recorded.kind = .object(properties)
        return example
    }
}

private struct RecordingKeys<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: RecordingDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
        try decoder.describe(type, at: key, isRequired: true)
    }

    func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
        try decoder.describe(type, at: key, isRequired: false)
    }

    // The standard library has a requirement of its own for each plain type; only those that the wire allows are met here.
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try decoder.describe(type, at: key, isRequired: false)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try decoder.describe(type, at: key, isRequired: false)
    }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        try decoder.describe(type, at: key, isRequired: false)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try decoder.describe(type, at: key, isRequired: false)
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        try decoder.describe(type, at: key, isRequired: false)
    }

    func nestedContainer<N: CodingKey>(keyedBy type: N.Type, forKey key: Key) throws -> KeyedDecodingContainer<N> {
        throw InvalidValue("a nested container at \(key.stringValue): declare a struct instead")
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw InvalidValue("a nested container at \(key.stringValue): declare an array instead")
    }

    func superDecoder() throws -> any Decoder { throw InvalidValue("inheritance has no place on the wire") }
    func superDecoder(forKey key: Key) throws -> any Decoder {
        throw InvalidValue("inheritance has no place on the wire")
    }
}

/// Hands out one element, which is enough to learn what the elements are.
private struct RecordingElements: UnkeyedDecodingContainer {
    let decoder: RecordingDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { 1 }
    var isAtEnd: Bool { currentIndex > 0 }
    var currentIndex = 0

    init(decoder: RecordingDecoder) { self.decoder = decoder }

    mutating func decodeNil() throws -> Bool { false }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let (schema, example) = try decoder.record.describe(type)
        decoder.recorded = Schema(.array(of: schema, limit: nil))
        currentIndex += 1
        return example
    }

    mutating func nestedContainer<N: CodingKey>(keyedBy type: N.Type) throws -> KeyedDecodingContainer<N> {
        throw InvalidValue("a nested container in an array: declare a struct instead")
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        throw InvalidValue("a nested container in an array: declare an array of arrays instead")
    }

    mutating func superDecoder() throws -> any Decoder { throw InvalidValue("inheritance has no place on the wire") }
}

private struct RecordingValue: SingleValueDecodingContainer {
    let decoder: RecordingDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let (schema, example) = try decoder.record.describe(type)
        decoder.recorded = schema
        return example
    }
}
