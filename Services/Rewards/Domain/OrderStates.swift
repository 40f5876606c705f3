import RewardsAPI

extension FulfilmentOutcome {
    /// What an order becomes by it; nil where that does not follow from the state that it is in.
    func state(after state: RedemptionState) -> RedemptionState? {
        switch (state, self) {
        case (.ordered, .shipped): .shipped
        case (.ordered, .delivered), (.shipped, .delivered): .delivered
        case (.ordered, .cancelled): .cancelled
        case (.shipped, .returned), (.delivered, .returned): .returned
        default: nil
        }
    }
}

extension RedemptionState {
    /// Whether the pieces are in the stock again.
    var isOver: Bool { self == .cancelled || self == .returned }
}
