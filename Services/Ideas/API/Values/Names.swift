public import Contract
import Models

/// Under what a ballot or a scorecard is published instead of a member's id.
public struct Pseudonym: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard (1...64).contains(wire.utf8.count), VisibleASCII.isAll(wire) else {
            throw InvalidValue("must be from 1 to 64 visible ASCII characters")
        }
        self.wire = wire
    }

    /// - Parameter bytes: random bytes, of which the first 32 are used; at least one.
    public init(random bytes: [UInt8]) {
        let digits = Hexadecimal.text(bytes.prefix(32))
        wire = digits.isEmpty ? "0" : digits
    }

    public static var schema: Schema {
        .text(1...64, pattern: "^[!-~]{1,64}$", "Under what a ballot or a scorecard is published.")
    }
    public static var example: Pseudonym { Pseudonym(random: [0x5e, 0xed, 0xba, 0x11]) }
    public static func < (left: Pseudonym, right: Pseudonym) -> Bool { left.wire < right.wire }
}

/// What something is called in the system that it came from. Unique inside a campaign, or among campaigns.
public struct ExternalID: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard (1...100).contains(wire.utf8.count), VisibleASCII.isAll(wire) else {
            throw InvalidValue("must be from 1 to 100 visible ASCII characters")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    public static var schema: Schema {
        .text(1...100, pattern: "^[!-~]{1,100}$", "What something is called where it came from.")
    }
    public static var example: ExternalID { ExternalID(unchecked: "L2/09/VII") }
    public static func < (left: ExternalID, right: ExternalID) -> Bool { left.wire < right.wire }
}

enum VisibleASCII {
    static func isAll(_ text: String) -> Bool { text.utf8.allSatisfy { (33...126).contains($0) } }
}
