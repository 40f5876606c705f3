public import FeedbackAPI
public import IdeasAPI
public import TypedSQL

// How this service's own words stand in the database: as on the wire.

extension Channel: SQLValue {}
extension SubmissionKind: SQLValue {}
extension QuestionKind: SQLValue {}
extension QuestionNumber: SQLValue {}
extension OptionNumber: SQLValue {}
extension ScalePoint: SQLValue {}
extension Tally: SQLValue {}
extension AnsweredStatus: SQLValue {}
extension IdeaStatus: SQLValue {}
extension Metric: SQLValue {}
