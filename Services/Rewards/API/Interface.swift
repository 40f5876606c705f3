public import Contract

/// Rewards and points: what is earned, and what it is exchanged for.
public enum RewardsInterface: ServiceInterface {
    public static let service = "rewards"

    /// Append-only: a published number keeps its meaning.
    public static let refusals = RefusalTable(block: 3000, [:])
}

/// A method of this service.
public protocol RewardsMethod: Method where Interface == RewardsInterface {}
