import TypedSQL

/// Every step of the schema, in its order; append-only.
enum FeedbackMigrations {
    static let all: [Migration] = [
        Migration(101, "submission", SubmissionTable.schema + AssignmentTable.schema + ReplyTable.schema),
        Migration(
            102,
            "survey",
            SurveyTable.schema + SurveyQuestionTable.schema + SurveyOptionTable.schema
                + SurveyParticipationTable.schema + SurveyMarkTable.schema + SurveyTextTable.schema
        ),
        Migration(
            103,
            "report",
            ReportCountTable.schema + ReportActivityTable.schema + ReportMemberTable.schema + ReportAnswerTable.schema
                + ReportSelectionTable.schema
        ),
    ]
}

/// One call of every query and statement of this service, so that a test can prepare all of them on both engines.
enum FeedbackStorage {
    static let samples: [SQL] =
        SubmissionTable.samples + AssignmentTable.samples + ReplyTable.samples + SurveyTable.samples
        + SurveyQuestionTable.samples + SurveyOptionTable.samples + SurveyParticipationTable.samples
        + SurveyMarkTable.samples + SurveyTextTable.samples + ReportCountTable.samples + ReportActivityTable.samples
        + ReportMemberTable.samples + ReportAnswerTable.samples + ReportSelectionTable.samples
}
