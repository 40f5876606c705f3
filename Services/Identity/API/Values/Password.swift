public import Contract

/// A password, exactly as it was typed: nothing is trimmed, folded or cut off.
///
/// The wire takes anything up to the upper limit, so that signing in gives the same answer whatever was typed; the
/// lower limit is a rule of choosing one. It never describes itself, so that no log can carry it.
public struct Password: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard (1...1024).contains(wire.unicodeScalars.count) else {
            throw InvalidValue("must have from 1 to 1024 characters")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    /// Byte for byte: Swift's own comparison of texts takes different spellings of a letter for the same.
    public static func == (left: Password, right: Password) -> Bool { left.wire.utf8.elementsEqual(right.wire.utf8) }

    public func hash(into hasher: inout Hasher) { Array(wire.utf8).hash(into: &hasher) }

    public static var schema: Schema {
        .text(1...1024, "A password, taken exactly as it is; 8 characters at least when chosen, 15 advised.")
    }
    public static var example: Password { Password(unchecked: "nine herons over the weir") }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
