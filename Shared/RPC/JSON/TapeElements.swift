/// The elements of an array, one after the other.
struct TapeElements: UnkeyedDecodingContainer {
    let tape: Tape
    var at: UInt32
    let array: UInt32
    var position: UInt32 = 0

    // Kept within the three words that an existential holds without a box.
    init(tape: Tape, at: Int, array: Int) {
        self.tape = tape
        self.at = UInt32(truncatingIfNeeded: at)
        self.array = UInt32(truncatingIfNeeded: array)
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { nil }
    var currentIndex: Int { Int(position) }
    var isAtEnd: Bool { at >= tape.tokens[Int(array)].next }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, tape.tokens[Int(at)].kind == .null else { return false }
        _ = try take()
        return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
        let index = try take()
        do { return try tape.decode(type, at: index) } catch {
            throw JSONFailure.from(error).below(String(position - 1))
        }
    }

    mutating func nestedContainer<N: CodingKey>(keyedBy type: N.Type) throws -> KeyedDecodingContainer<N> {
        try TapeDecoder(tape: tape, index: take()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try TapeDecoder(tape: tape, index: take()).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { TapeDecoder(tape: tape, index: try take()) }

    private mutating func take() throws(JSONFailure) -> Int {
        guard !isAtEnd else { throw JSONFailure(sentence: JSONFailure.missing).below(String(position)) }
        let index = Int(at)
        at = tape.tokens[index].next
        position += 1
        return index
    }
}
