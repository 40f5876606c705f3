public import Contract
public import Models

/// Finds ideas by words in title, body and tags.
public struct SearchIdeas: IdeasMethod {
    public var term: SearchTerm
    public var campaign: Campaign.ID?
    public var after: Cursor?
    public var limit: PageLimit?

    public init(
        term: SearchTerm,
        campaign: Campaign.ID? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.term = term
        self.campaign = campaign
        self.after = after
        self.limit = limit
    }

    public static let name = "ideas.search"
    public static let summary = "Finds ideas by words in title, body and tags, the newest first."
    public static let details = """
        An idea is found when it has every word of the term, or a word that begins with it. Case, width and accents do
        not matter. Scripts that are written without spaces (Chinese, Japanese, Thai and others) are searched by pairs
        of characters, so every part of a sentence with two characters or more finds it.
        """
    public typealias Caller = Reader
    public typealias Reply = Page<IdeaSummary>
    public enum Refusal: String, Contract.Refusal { case campaignUnknown, nothingToSearch }
}
