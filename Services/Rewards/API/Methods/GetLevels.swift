public import Contract
public import Models

/// Tells by what members get levels.
public struct GetLevels: RewardsMethod {
    public init() {}

    public static let name = "rewards.levels"
    public static let summary = "Tells the programme of levels that counts today."
    public static let details = "Members may read it: whoever is asked to reach a level may know how."
    public typealias Caller = Reader
    public typealias Reply = LevelProgramme
    public enum Refusal: String, Contract.Refusal { case noLevels }
}
