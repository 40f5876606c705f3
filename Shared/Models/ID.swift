public import Contract

/// A kind of thing that has an identity of its own.
public protocol Identified {
    /// Three lower-case letters in front of each id, so that a reader of a log knows what it is.
    static var idPrefix: String { get }
}

extension Identified {
    public typealias ID = Models.ID<Self>
}

/// An opaque id: prefix, underscore, 26 characters of Crockford's base 32 in lower case.
///
/// The 128 bits are 48 bits of milliseconds since 1970 and 80 random bits (the ULID layout), so ids made later sort
/// later as text, which keeps index pages warm and cursors simple. An id is made in Swift and never by a database.
public struct ID<Subject: Identified>: WireValue, Comparable {
    public let wire: String

    /// - Parameters:
    ///   - instant: becomes the sortable part, cut to milliseconds.
    ///   - entropy: 80 random bits; only the lower 80 are used.
    public init(at instant: Instant, entropy: UInt128) {
        let milliseconds = UInt128(UInt64(bitPattern: instant.microseconds / 1000) & 0xFFFF_FFFF_FFFF)
        wire = Subject.idPrefix + "_" + Base32.text(milliseconds << 80 | entropy & Self.entropyMask)
    }

    private static var entropyMask: UInt128 { (UInt128(1) << 80) - 1 }

    public init(wire: String) throws(InvalidValue) {
        let body = wire.utf8.dropFirst(Subject.idPrefix.utf8.count + 1)
        guard wire.hasPrefix(Subject.idPrefix + "_"), body.count == 26, body.allSatisfy(Base32.isDigit) else {
            throw InvalidValue(
                "must be \(Subject.idPrefix)_ followed by 26 characters of Crockford base 32 in lower case"
            )
        }
        self.wire = wire
    }

    public static var schema: Schema {
        let pattern = "^\(Subject.idPrefix)_[0-9a-hjkmnp-tv-z]{26}$"
        return .text(
            30...30,
            pattern: pattern,
            "Opaque id of a \(SchemaName.of(Subject.self)); ids made later sort later."
        )
    }

    public static var example: ID<Subject> {
        ID(at: .example, entropy: 0x5EED_0000_0000_0000_0001)
    }

    public static var schemaName: String { SchemaName.of(Subject.self) + "ID" }

    public static func < (left: Self, right: Self) -> Bool { left.wire < right.wire }
}

extension ID: CustomStringConvertible {
    public var description: String { wire }
}

enum Base32 {
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    static func text(_ bits: UInt128) -> String {
        String(unsafeUninitializedCapacity: 26) { buffer in
            for place in 0..<26 {
                buffer[25 - place] = digits[Int(truncatingIfNeeded: bits >> UInt128(place * 5)) & 31]
            }
            return 26
        }
    }

    static func isDigit(_ byte: UInt8) -> Bool { digits.contains(byte) }
}
