import Models

/// An account of the ledger. Members' accounts carry the member's id; the others belong to the house.
struct AccountID: RawRepresentable, Hashable, Comparable, Sendable {
    let rawValue: String

    init(rawValue: String) { self.rawValue = rawValue }

    /// Where points come from that rules and backends give.
    ///
    /// It has sixteen shards, because one row would make all awards wait for each other. The last character of a
    /// member's id is five random bits, of which the lower four choose.
    static func issuer(for member: Member.ID) -> AccountID {
        let digit = member.wire.utf8.last.flatMap { Array("0123456789abcdefghjkmnpqrstvwxyz".utf8).firstIndex(of: $0) }
        return issuers[(digit ?? 0) & 15]
    }

    /// Where points come from that a person of the staff gives, so that goodwill can be told from what was earned.
    static let adjustment = AccountID(rawValue: "adjustment")
    /// What members have paid.
    static let redemption = AccountID(rawValue: "redemption")
    /// What expired.
    static let breakage = AccountID(rawValue: "breakage")

    static func member(_ id: Member.ID) -> AccountID { AccountID(rawValue: id.wire) }

    static let issuers = (0..<16).map { AccountID(rawValue: "issuer:\($0)") }

    static func < (left: AccountID, right: AccountID) -> Bool { left.rawValue < right.rawValue }
}
