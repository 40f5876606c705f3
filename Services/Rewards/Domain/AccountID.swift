import Models
import RewardsAPI

/// What an account is for, which also says on which side of zero its balance stays.
enum AccountKind: String, CaseIterable, Sendable {
    /// Where points come from that rules and backends give.
    case issuer
    /// Where points come from that a person of the staff gives, so that goodwill can be told from what was earned.
    case adjustment
    /// What a member can spend, held points included.
    case member
    /// What a member was awarded and gets when the waiting period is over.
    case pending
    /// What a member owes: taken back after it had been spent. Minus the debt.
    case receivable
    /// What a programme or a group may award or spend.
    case budget
    /// What members have paid.
    case redemption
    /// What expired.
    case breakage
    /// What was taken back.
    case clawback
    /// What a group got for its activities and has not given back.
    case activity

    /// Whether the balance is zero or below; otherwise it is zero or above.
    var isDebtor: Bool { self == .issuer || self == .adjustment || self == .receivable }
}

/// An account of the ledger, as it is written: kind, asset and, where there are several, whose it is.
struct AccountID: RawRepresentable, Hashable, Comparable, Sendable {
    let kind: AccountKind
    let asset: Asset
    /// The id of a member or a group, or the number of a shard.
    let owner: String?

    init(_ kind: AccountKind, _ asset: Asset, _ owner: String? = nil) {
        self.kind = kind
        self.asset = asset
        self.owner = owner
    }

    init?(rawValue: String) {
        let parts = rawValue.split(separator: ":", maxSplits: 2).map(String.init)
        guard parts.count > 1, let kind = AccountKind(rawValue: parts[0]), let asset = Asset(rawValue: parts[1]) else {
            return nil
        }
        self.init(kind, asset, parts.count == 3 ? parts[2] : nil)
    }

    var rawValue: String {
        let place = "\(kind.rawValue):\(asset.rawValue)"
        return owner.map { "\(place):\($0)" } ?? place
    }

    /// As they are written; no kind and no asset begins with another one. Thousands are put in order for a call.
    static func < (left: AccountID, right: AccountID) -> Bool {
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        if left.asset != right.asset { return left.asset.rawValue < right.asset.rawValue }
        return left.owner ?? "" < right.owner ?? ""
    }
}

extension AccountID {
    /// One row would make all awards wait for each other.
    static let issuerShards = 16

    /// The last character of a member's id is five random bits, of which the lower four choose.
    static func issuer(of asset: Asset, for member: Member.ID) -> AccountID {
        let digit = member.wire.utf8.last.flatMap { Array("0123456789abcdefghjkmnpqrstvwxyz".utf8).firstIndex(of: $0) }
        return AccountID(.issuer, asset, String((digit ?? 0) % issuerShards))
    }

    static func member(_ id: Member.ID, _ asset: Asset) -> AccountID { AccountID(.member, asset, id.wire) }
    static func pending(_ id: Member.ID, _ asset: Asset) -> AccountID { AccountID(.pending, asset, id.wire) }
    static func receivable(_ id: Member.ID, _ asset: Asset) -> AccountID { AccountID(.receivable, asset, id.wire) }

    static func budget(_ key: BudgetKey, _ asset: Asset) -> AccountID { AccountID(.budget, asset, key.wire) }

    static func activity(_ group: Group.ID, _ asset: Asset) -> AccountID { AccountID(.activity, asset, group.wire) }

    /// The same member's account of another kind.
    func sibling(_ kind: AccountKind) -> AccountID { AccountID(kind, asset, owner) }
    /// The house's account of a kind of which there is one an asset.
    func house(_ kind: AccountKind) -> AccountID { AccountID(kind, asset) }

    /// The accounts that the house has from the beginning.
    static let house: [AccountID] = Asset.allCases.flatMap { asset in
        let singles = [AccountKind.adjustment, .redemption, .breakage, .clawback].map { AccountID($0, asset) }
        return singles + (0..<issuerShards).map { AccountID(.issuer, asset, String($0)) }
    }

    /// The member whose account it is.
    var member: Member.ID? { owner.flatMap { try? Member.ID(wire: $0) } }
}
