public import Hosting

/// The settings of this service.
public struct IdeasSettings: ServiceSettings {
    /// How many tags an idea may have.
    let tagsPerIdea: Int
    /// How many ideas and ballots one call of `ideas.importBallots` may bring together.
    let importBatch: Int

    public init(from reader: inout SettingsReader) throws {
        tagsPerIdea = try reader.integer(
            "ideas.tags",
            default: 10,
            in: 1...50,
            unit: "tags",
            "How many tags an idea may have."
        )
        importBatch = try reader.integer(
            "ideas.batch",
            default: 2000,
            in: 1...10_000,
            unit: "entries",
            "How many ideas and ballots one call of ideas.importBallots may bring together."
        )
    }
}
