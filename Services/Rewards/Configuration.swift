public import Hosting
import Models

/// What an operator can set.
public struct RewardsSettings: ServiceSettings {
    /// How long awarded points can be spent.
    let lifetime: Seconds
    /// What one award may give at most, so that a slip of the hand stays small.
    let largestAward: PointAmount
    /// What a member may give to others in one day (UTC); nil where members may not give at all.
    let giftsPerDay: PointAmount?
    /// How long staff have to hand over what was ordered or given.
    let handOver: Seconds
    /// How long the nightly audit and the reconciliation may read, each in one snapshot.
    let longestRead: Seconds
    /// What a person of the staff may give or take without a second one's approval.
    let adjustmentLimit: PointAmount
    /// Where the private key is that signs certificates.
    let certificateKeyPath: String
    let certificateIssuer: CertificateIssuer
    /// By which codes of coupons are found and shown; nil where there are no coupons.
    var couponKeys: CouponKeys?

    public init(from reader: inout SettingsReader) throws {
        lifetime = try Self.lifetime(from: &reader)
        largestAward = try Self.largestAward(from: &reader)
        giftsPerDay = try Self.gifts(from: &reader)
        let wait = try reader.integer(
            "rewards.hand-over",
            default: 14,
            in: 1...365,
            unit: "days",
            "How long staff have to hand over what was ordered or given, before the task is late."
        )
        handOver = .days(Int64(wait))
        longestRead = try reader.seconds(
            "rewards.longest-read",
            default: .minutes(30),
            in: Seconds.minutes(1)...Seconds.hours(12),
            "How long the nightly audit, and the reconciliation, may read; the usual limit of a transaction is 30 s."
        )
        adjustmentLimit = try Self.adjustments(from: &reader)
        certificateKeyPath = try reader.string(
            "rewards.certificates.key.file",
            default: "rewards.key.json",
            "File of the private key that signs certificates; made with the first one, readable by the service alone."
        )
        certificateIssuer = try Self.issuer(from: &reader)
        couponKeys = try Self.couponKeys(from: &reader)
    }

    private static func lifetime(from reader: inout SettingsReader) throws -> Seconds {
        let days = try reader.integer(
            "rewards.expiry",
            default: 365,
            in: 1...3650,
            unit: "days",
            "How long awarded points can be spent."
        )
        return .days(Int64(days))
    }

    private static func largestAward(from reader: inout SettingsReader) throws -> PointAmount {
        let points = try reader.integer(
            "rewards.largest-award",
            default: 1_000_000,
            in: 1...1_000_000_000,
            unit: "points",
            "What one award may give at most."
        )
        return try PointAmount(wire: Int64(points))
    }

    private static func gifts(from reader: inout SettingsReader) throws -> PointAmount? {
        let gifts = try reader.integer(
            "rewards.gifts-per-day",
            default: 0,
            in: 0...1_000_000_000,
            unit: "points",
            "What a member may give to other members in one day (UTC); with 0 members may not give points."
        )
        return try? PointAmount(wire: Int64(gifts))
    }

    private static func adjustments(from reader: inout SettingsReader) throws -> PointAmount {
        let points = try reader.integer(
            "rewards.adjustment-limit",
            default: 10_000,
            in: 1...1_000_000_000,
            unit: "points",
            "What a person of the staff may give or take without the approval of a second one."
        )
        return try PointAmount(wire: Int64(points))
    }

    private static func issuer(from reader: inout SettingsReader) throws -> CertificateIssuer {
        CertificateIssuer(
            id: try reader.string(
                "rewards.certificates.issuer",
                default: "urn:wellspring:rewards",
                "Who issues certificates, a URI; those who verify one compare it."
            ),
            name: try reader.string(
                "rewards.certificates.issuer.name",
                default: "Wellspring",
                "The name of the issuer of certificates, for people."
            )
        )
    }

    private static func couponKeys(from reader: inout SettingsReader) throws -> CouponKeys? {
        let secret = try reader.secretFile(
            "rewards.coupons.key.file",
            "File with 64 hexadecimal digits, from which the keys of coupons are derived; without it there are no coupons."
        )
        guard let secret else { return nil }
        guard let keys = CouponKeys(secret: secret) else {
            throw SettingsProblem("The file of the key for coupons has to hold 64 hexadecimal digits in lower case.")
        }
        return keys
    }
}
