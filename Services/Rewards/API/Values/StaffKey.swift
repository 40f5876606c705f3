public import Contract

/// What a key names, so that the key of a level cannot stand where that of a badge is meant.
public protocol KeyKind: Sendable {
    static var name: String { get }
    static var note: String { get }
    static var sample: String { get }
}

/// A name that staff gave something and programs know it by: words of lower-case letters and digits, joined by hyphens,
/// at most 64 characters.
public struct StaffKey<Kind: KeyKind>: WireValue, Comparable {
    public let wire: String

    public init(wire: String) throws(InvalidValue) { self.wire = try RuleKey(wire: wire).wire }

    private init(sample: String) { wire = sample }

    public static var schema: Schema { .text(1...64, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", Kind.note) }
    public static var example: StaffKey<Kind> { StaffKey(sample: Kind.sample) }
    public static var schemaName: String { Kind.name }
    public static func < (left: Self, right: Self) -> Bool { left.wire < right.wire }
}

public typealias LevelKey = StaffKey<LevelKeyKind>
public typealias Privilege = StaffKey<PrivilegeKind>
public typealias BadgeKey = StaffKey<BadgeKeyKind>
public typealias CollectionKey = StaffKey<CollectionKeyKind>
public typealias ItemKey = StaffKey<ItemKeyKind>
public typealias ActivityKey = StaffKey<ActivityKeyKind>

public enum LevelKeyKind: KeyKind {
    public static let name = "LevelKey"
    public static let note = "The name of a level."
    public static let sample = "gold"
}

public enum PrivilegeKind: KeyKind {
    public static let name = "Privilege"
    public static let note = "Something that members of a level may do or get; what it means, those say who ask for it."
    public static let sample = "early-access"
}

public enum BadgeKeyKind: KeyKind {
    public static let name = "BadgeKey"
    public static let note = "The name of a badge."
    public static let sample = "idea-giver"
}

public enum CollectionKeyKind: KeyKind {
    public static let name = "CollectionKey"
    public static let note = "The name of a collection."
    public static let sample = "anniversary-pins"
}

public enum ItemKeyKind: KeyKind {
    public static let name = "ItemKey"
    public static let note = "The name of an item in its collection."
    public static let sample = "silver-pin"
}

public enum ActivityKeyKind: KeyKind {
    public static let name = "ActivityKey"
    public static let note = "The name of an activity of a group, as those know it who run it."
    public static let sample = "autumn-hike-2026"
}
