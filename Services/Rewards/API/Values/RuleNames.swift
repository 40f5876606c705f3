public import Contract
public import Models

/// The name of something that an event carries.
public struct FieldName: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        let bytes = Array(wire.utf8)
        guard (1...40).contains(bytes.count), (97...122).contains(bytes[0]), bytes.allSatisfy(Self.isAllowed) else {
            throw InvalidValue("must be a name in camel case of a-z, A-Z and 0-9, at most 40 characters")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        (97...122).contains(byte) || (65...90).contains(byte) || (48...57).contains(byte)
    }

    public static var schema: Schema {
        .text(1...40, pattern: "^[a-z][A-Za-z0-9]*$", "The name of something that an event carries.")
    }
    public static var example: FieldName { FieldName(unchecked: "rank") }
    public static func < (left: FieldName, right: FieldName) -> Bool { left.wire < right.wire }
}

/// Which budget: the key of a programme, as words of lower-case letters and digits joined by hyphens, or a group's id.
public struct BudgetKey: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard (try? RuleKey(wire: wire)) != nil || (try? Group.ID(wire: wire)) != nil else {
            throw InvalidValue("must be words of a-z and 0-9 joined by hyphens, or the id of a group")
        }
        self.wire = wire
    }

    public init(_ group: Group.ID) { wire = group.wire }
    private init(unchecked: String) { wire = unchecked }

    public static var schema: Schema {
        .text(
            1...64,
            pattern: "^([a-z0-9]+(-[a-z0-9]+)*|grp_[0-9a-hjkmnp-tv-z]{26})$",
            "The key of a programme, or the id of a group, that has a budget."
        )
    }
    public static var example: BudgetKey { BudgetKey(unchecked: "spring-programme") }
    public static func < (left: BudgetKey, right: BudgetKey) -> Bool { left.wire < right.wire }
}
