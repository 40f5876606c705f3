public import Contract

/// The name by which staff know a rule: words of lower-case letters and digits, joined by hyphens.
public struct RuleKey: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let words = wire.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (1...64).contains(wire.utf8.count), words.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isAllowed) })
        else { throw InvalidValue("must be words of a-z and 0-9 joined by hyphens, at most 64 characters") }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    private static func isAllowed(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }

    public static var schema: Schema {
        .text(1...64, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", "The name by which staff know a rule.")
    }
    public static var example: RuleKey { RuleKey(unchecked: "idea-submitted") }
    public static func < (left: RuleKey, right: RuleKey) -> Bool { left.wire < right.wire }
}
