/// One value of a text, for a type's `init(from:)`. Small enough to be passed without a box.
///
/// Coding paths are empty on purpose: an error is given its path while it unwinds, so that reading costs nothing for
/// it.
struct TapeDecoder: Decoder {
    let tape: Tape
    let index: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        let token = tape.tokens[index]
        guard token.kind == .object || token.flags.contains(.positional) else {
            throw tape.mismatch(index, "an object")
        }
        tape.tokens[index].flags.formUnion([.opened, .keyed])
        return KeyedDecodingContainer(TapeMembers<Key>(tape: tape, index: index))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard tape.tokens[index].kind == .array else { throw tape.mismatch(index, "an array") }
        tape.tokens[index].flags.insert(.opened)
        return TapeElements(tape: tape, at: index + 1, array: index)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer {
        tape.tokens[index].flags.insert(.opened)
        return self
    }
}

extension TapeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { tape.tokens[index].kind == .null }

    func decode<T: Decodable>(_ type: T.Type) throws -> T { try tape.decode(type, at: index) }

    func decode(_ type: String.Type) throws -> String { try tape.text(index) }
    func decode(_ type: Int64.Type) throws -> Int64 { try tape.integer(index, as: Int64.self) }
    func decode(_ type: Int.Type) throws -> Int { try tape.integer(index, as: Int.self) }
    func decode(_ type: Bool.Type) throws -> Bool { try tape.bool(index) }
}
