public import Contract

/// A SHA-256 digest, 64 hexadecimal digits in lower case.
public struct Digest: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard wire.utf8.count == 64, wire.utf8.allSatisfy(Hexadecimal.isDigit) else {
            throw InvalidValue("must be 64 hexadecimal digits in lower case")
        }
        self.wire = wire
    }

    /// - Parameter bytes: the 32 bytes of the digest.
    public init(bytes: some Sequence<UInt8>) {
        wire = Hexadecimal.text(bytes)
    }

    public static var schema: Schema { .text(64...64, pattern: "^[0-9a-f]{64}$", "A SHA-256 digest in hexadecimal.") }
    public static var example: Digest { Digest(bytes: (0..<32).map { UInt8($0) }) }
}
