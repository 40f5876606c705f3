/// What a submission is; it decides by when an answer is promised.
public enum SubmissionKind: String, Codable, CaseIterable, Sendable {
    /// What somebody thinks, without asking for anything.
    case opinion
    case question
    /// Has its own handling and the shortest promise (requirement F-10).
    case complaint
    /// A proposal to change something that exists; a new proposal is an idea.
    case suggestion
    /// Something does not work as it should.
    case defect
}

/// The two qualities that an answer can have (requirement F-51).
public enum ReplyQuality: String, Codable, CaseIterable, Sendable {
    /// Gives information or skill: the matter itself is dealt with.
    case instrumental
    /// Gives respect or care: the person is dealt with.
    case emotional
}

/// Which submissions the inbox shows.
public enum InboxState: String, Codable, CaseIterable, Sendable {
    /// Not answered yet, late or not.
    case open
    /// Not answered and past the promise.
    case overdue
    /// Answered at least once.
    case answered
}
