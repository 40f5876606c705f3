/// The params of one call: checked JSON, decoded when the method is known.
///
/// They point into the bytes of the message and are valid only during the synchronous call that hands them out.
public struct Params {
    enum Form { case absent, named, positional }

    let form: Form
    let tape: Tape
    let index: Int

    /// Reads the params as a method's type.
    /// - Parameter order: the names of the params in positional order, from the method's schema.
    /// - Throws: ``Fault/invalidParams(_:)`` that names the offending value. Names that the type does not ask for,
    ///   names that occur twice, and more values than `order` has names are refused.
    public func decode<T: Decodable>(_ type: T.Type, order: [String]) throws(Fault) -> T {
        tape.clearMarks(from: index)
        tape.isStrict = true
        switch form {
        case .absent: break
        case .named:
            if let meta = tape.member("_meta", of: index) { tape.tokens[meta - 1].flags.insert(.hidden) }
        case .positional:
            tape.order = order
            let given = tape.children(of: index).count
            guard given <= order.count else {
                throw .invalidParams([.init(path: "/\(order.count)", sentence: "There are only \(order.count) params.")]
                )
            }
        }
        do { return try tape.decode(type, at: index) } catch { throw Fault(JSONFailure.from(error)) }
    }

    /// Equal for params that mean the same: `_meta` removed, names sorted, no white space, one spelling for each
    /// string. For SHA-256, to tell a call that is sent again from another one under the same idempotency key.
    public func fingerprintBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        tape.appendCanonical(index, to: &bytes, leavingOut: form == .named ? "_meta" : nil)
        return bytes
    }
}

extension Tape {
    func appendCanonical(_ index: Int, to bytes: inout [UInt8], leavingOut name: String? = nil) {
        switch tokens[index].kind {
        case .object:
            let keys = children(of: index).map { (name: string($0), value: $0 + 1) }.filter { $0.name != name }
            bytes.append(UInt8(ascii: "{"))
            // By bytes, not as text: two spellings of one accented letter are two names.
            for (place, key) in keys.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }).enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Text.append(key.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                appendCanonical(key.value, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array:
            bytes.append(UInt8(ascii: "["))
            for (place, child) in children(of: index).enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                appendCanonical(child, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .string: Text.append(string(index), to: &bytes)
        default: bytes.append(contentsOf: self.bytes(index))
        }
    }
}
