import TypedSQL

/// The steps of the schema. A released step is never changed.
enum IdeasMigrations {
    static let all: [Migration] = [
        Migration(101, "campaign", CampaignTable.schema + ClosingTable.schema),
        Migration(102, "idea", IdeaTable.schema + TagTable.schema + TermTable.schema + RemarkTable.schema),
        Migration(103, "ballot", VoterTable.schema + BallotTable.schema + ChoiceTable.schema),
        Migration(104, "review", JudgeTable.schema + ScorecardTable.schema + GradeTable.schema + ConflictTable.schema),
        Migration(105, "answer", AnswerTable.schema),
        Migration(106, "audience", CustomerTypeTable.schema + RoleTable.schema),
    ]
}

/// One call of every query and statement of the service, for the test that lets both engines parse them.
enum IdeasStorage {
    static let samples: [SQL] =
        CampaignTable.samples + ClosingTable.samples + IdeaTable.samples + TagTable.samples + TermTable.samples
        + RemarkTable.samples + VoterTable.samples + BallotTable.samples + ChoiceTable.samples + JudgeTable.samples
        + ScorecardTable.samples + GradeTable.samples + ConflictTable.samples + AnswerTable.samples
        + CustomerTypeTable.samples + RoleTable.samples
}
