/// One value inside a message that has been parsed: checked, not yet decoded.
///
/// It points into the message's bytes and is valid only as long as they are.
public struct JSONSlice {
    let tape: Tape
    let index: Int

    /// The value's bytes as they stand in the message.
    public var bytes: [UInt8] { [UInt8](tape.verbatim(index)) }

    /// - Parameter strict: whether members that the type does not ask for, and names that occur twice, are refused.
    /// - Throws: ``JSONFailure`` with a JSON pointer that starts at this value.
    public func decode<T: Decodable>(_ type: T.Type, strict: Bool = false) throws(JSONFailure) -> T {
        tape.clearMarks(from: index)
        tape.isStrict = strict
        do { return try tape.decode(type, at: index) } catch { throw JSONFailure.from(error) }
    }
}
