// One line a kind: the limits that the whole product shares. A service that needs another kind declares it in its API.

public typealias Title = Text<TitleKind>
public typealias Sentence = Text<SentenceKind>
public typealias Prose = Text<ProseKind>
public typealias PersonName = Text<PersonNameKind>
public typealias Tag = Text<TagKind>
public typealias SearchTerm = Text<SearchTermKind>

/// The name of a campaign, an idea, a reward.
public enum TitleKind: TextKind {
    public static let name = "Title"
    public static let note = "A title, one line."
    public static let length = 1...160
    public static let isMultiline = false
    public static let sample = "A refill station in every shop"
}

/// A reason, a summary, a short answer.
public enum SentenceKind: TextKind {
    public static let name = "Sentence"
    public static let note = "A sentence or two, one line."
    public static let length = 1...500
    public static let isMultiline = false
    public static let sample = "It saves a bottle with every visit."
}

/// The body of an idea, a comment, a reply.
public enum ProseKind: TextKind {
    public static let name = "Prose"
    public static let note = "A text with paragraphs."
    public static let length = 1...20_000
    public static let isMultiline = true
    public static let sample = "Put a station beside the till.\nCustomers bring the bottle they have."
}

/// How a person wants to be called.
public enum PersonNameKind: TextKind {
    public static let name = "PersonName"
    public static let note = "How a person wants to be called."
    public static let length = 1...100
    public static let isMultiline = false
    public static let sample = "Ines Okafor"
}

/// A word to find things by.
public enum TagKind: TextKind {
    public static let name = "Tag"
    public static let note = "A word to find things by."
    public static let length = 1...50
    public static let isMultiline = false
    public static let sample = "refill"
}

/// What somebody looks for.
public enum SearchTermKind: TextKind {
    public static let name = "SearchTerm"
    public static let note = "What somebody looks for."
    public static let length = 1...200
    public static let isMultiline = false
    public static let sample = "refill station"
}
