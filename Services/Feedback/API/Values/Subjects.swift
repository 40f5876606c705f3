public import Models

/// Something that a member told the company and that waits for an answer.
public enum Submission: Identified { public static let idPrefix = "fbk" }

/// A questionnaire.
public enum Survey: Identified { public static let idPrefix = "srv" }
