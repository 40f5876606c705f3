public import Contract
public import Models

/// Says what a rule would have paid.
public struct SimulateRule: RewardsMethod {
    /// As it would be defined; its `from` and `until` say which past events it would have paid for.
    public var rule: DefineRule
    /// How many members are listed, those with the most first.
    public var limit: PageLimit?

    public init(rule: DefineRule, limit: PageLimit? = nil) {
        self.rule = rule
        self.limit = limit
    }

    public static let name = "rewards.simulateRule"
    public static let summary =
        "Applies a rule that is not defined yet to past events, and says whom it would have paid."
    public static let details = """
        Nothing is stored. Every event that earns is kept, with ids and data and nothing else of the member, so a draft \
        can be tried on all of them. It decides as the rule would, caps and budget included; the budget begins with what \
        it has left now. Events that were taken back are passed over.
        """
    public typealias Caller = StaffMember
    public typealias Reply = RuleSimulation
    public enum Refusal: String, Contract.Refusal {
        case payeeNotOfEvent, periodEmpty, conditionInvalid, fieldNotOfEvent, neverMatches, formulaInvalid
        case dividesByZero, amountTooLarge, budgetAmbiguous, budgetUnknown, budgetTooSmall
    }
}
