/// The five customer types; each has its own motives and its own work (requirements I-10 and I-11).
public enum CustomerType: String, Codable, CaseIterable, Sendable {
    /// Gives technical advice.
    case expert
    /// Asks for detailed improvements of quality.
    case strict
    /// Sees trends and directions early.
    case leading
    /// Recommends and promotes.
    case reference
    /// Tests early and tells of the first experience.
    case trial
}
