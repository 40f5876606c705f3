/// Typed reading of JSON text: straight from the bytes into the type, without a tree in between.
///
/// The text is checked whole, also where nobody asks for it: RFC 8259 grammar, UTF-8, surrogate pairs, at most 64
/// nested arrays and objects. Integers are exact or refused; doubles are the nearest, or refused where they would be
/// infinite.
public struct JSONReader {
    /// - Parameters:
    ///   - bytes: one JSON value with nothing but white space around it, below 4 GiB.
    ///   - strict: whether members that the type does not ask for, and names that occur twice, are refused.
    /// - Throws: ``JSONFailure`` with a JSON pointer to what is wrong.
    public static func decode<T: Decodable>(
        _ type: T.Type,
        from bytes: UnsafeRawBufferPointer,
        strict: Bool
    ) throws(JSONFailure) -> T {
        let tape = try TapeBuilder.tape(of: bytes)
        tape.isStrict = strict
        do { return try tape.decode(type, at: 0) } catch { throw JSONFailure.from(error) }
    }

    /// As above, from an array of bytes.
    public static func decode<T: Decodable>(_ type: T.Type, from bytes: [UInt8], strict: Bool) throws(JSONFailure) -> T
    {
        let result: Result<T, JSONFailure> = bytes.withUnsafeBytes { buffer in
            Result { () throws(JSONFailure) -> T in try decode(type, from: buffer, strict: strict) }
        }
        return try result.get()
    }
}
