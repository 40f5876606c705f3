public import Hosting
import Models

/// What an operator can set.
public struct RewardsSettings: ServiceSettings {
    /// How long awarded points can be spent.
    let lifetime: Seconds
    /// What one award may give at most, so that a slip of the hand stays small.
    let largestAward: PointAmount

    public init(from reader: inout SettingsReader) throws {
        let days = try reader.integer(
            "rewards.expiry",
            default: 365,
            in: 1...3650,
            unit: "days",
            "How long awarded points can be spent."
        )
        let points = try reader.integer(
            "rewards.largest-award",
            default: 1_000_000,
            in: 1...1_000_000_000,
            unit: "points",
            "What one award may give at most."
        )
        lifetime = .days(Int64(days))
        largestAward = try PointAmount(wire: Int64(points))
    }
}
