public import Contract
public import Models

/// A word that a shop gives something for. Upper and lower case are the same.
public struct CouponCode: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard (6...64).contains(wire.utf8.count), wire.utf8.allSatisfy(Self.isAllowed) else {
            throw InvalidValue("must have from 6 to 64 letters A to Z, digits, hyphens and underscores")
        }
        self.wire = wire.uppercased()
    }

    private init(unchecked: String) { wire = unchecked }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 45, 95: true
        default: false
        }
    }

    public static var schema: Schema {
        .text(6...64, pattern: "^[A-Za-z0-9_-]{6,64}$", "The code of a coupon; upper and lower case are the same.")
    }
    public static var example: CouponCode { CouponCode(unchecked: "SPRING-7QX2M4") }
}

/// Codes of coupons, one a line.
public struct CouponFile: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard (1...Self.limit).contains(wire.utf8.count) else {
            throw InvalidValue("must have from 1 to \(Self.limit) bytes")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    static let limit = 500_000
    public static var schema: Schema {
        .text(1...limit, "Codes, one a line, each with the member who alone may use it after a comma, or without.")
    }
    public static var example: CouponFile { CouponFile(unchecked: "SPRING-7QX2M4\nSPRING-9KD3T8") }
}

/// A heap of coupons of one kind, and how many of them there are. Free, held, used, expired and taken back add up to
/// all.
public struct CouponPoolRecord: Codable, Sendable, Equatable {
    public var id: CouponPool.ID
    public var title: Title
    /// Whoever orders this reward gets a coupon of the pool for each piece; absent where members claim them.
    public var reward: Reward.ID?
    /// Whether only the member who has a coupon may use it.
    public var isLocked: Bool
    public var all: Count
    /// Nobody's yet.
    public var free: Count
    /// With a member, and not used.
    public var held: Count
    public var used: Count
    /// Nobody used them in time.
    public var expired: Count
    /// They came back with their orders.
    public var takenBack: Count

    public init(
        id: CouponPool.ID,
        title: Title,
        reward: Reward.ID?,
        isLocked: Bool,
        all: Count,
        free: Count,
        held: Count,
        used: Count,
        expired: Count,
        takenBack: Count
    ) {
        self.id = id
        self.title = title
        self.reward = reward
        self.isLocked = isLocked
        self.all = all
        self.free = free
        self.held = held
        self.used = used
        self.expired = expired
        self.takenBack = takenBack
    }
}

/// A coupon and what has become of it.
public struct CouponRecord: Codable, Sendable, Equatable {
    public var id: Coupon.ID
    public var pool: CouponPool.ID
    /// Only the member who has the coupon reads it.
    public var code: CouponCode?
    /// Who has it; absent where nobody has claimed it.
    public var member: Member.ID?
    /// The order or gift that it came with.
    public var redemption: Redemption.ID?
    /// It can be used before this moment; absent where it has no end.
    public var expiresAt: Instant?
    public var usedAt: Instant?
    /// When it was taken back with its order.
    public var takenBackAt: Instant?

    public init(
        id: Coupon.ID,
        pool: CouponPool.ID,
        code: CouponCode? = nil,
        member: Member.ID?,
        redemption: Redemption.ID?,
        expiresAt: Instant?,
        usedAt: Instant?,
        takenBackAt: Instant?
    ) {
        self.id = id
        self.pool = pool
        self.code = code
        self.member = member
        self.redemption = redemption
        self.expiresAt = expiresAt
        self.usedAt = usedAt
        self.takenBackAt = takenBackAt
    }
}
