public import Models

/// What is counted. Each has accounts of its own, and nothing moves from one to another.
public enum Asset: String, Codable, CaseIterable, Sendable {
    /// What rules and staff give, levels are reached by, and the catalogue is priced in where nothing else is said.
    case points
    /// Activity tokens, which a shop's backend turns into a discount at the till.
    case petals
    /// What games and games of chance deal in.
    case coins
}

/// So much of one asset.
public struct AssetAmount: Codable, Sendable, Equatable {
    public var amount: PointAmount
    /// Points if not given.
    public var asset: Asset?

    public init(amount: PointAmount, asset: Asset? = nil) {
        self.amount = amount
        self.asset = asset
    }
}
