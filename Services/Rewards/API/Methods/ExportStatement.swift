public import Contract
public import Models

/// Reads a statement as a table.
public struct ExportStatement: RewardsMethod {
    /// All as in `rewards.statement`.
    public var member: Member.ID?
    public var asset: Asset?
    public var from: Instant?
    public var until: Instant?
    public var after: Cursor?
    /// How many rows; 50 if not given.
    public var limit: PageLimit?

    public init(
        member: Member.ID? = nil,
        asset: Asset? = nil,
        from: Instant? = nil,
        until: Instant? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.member = member
        self.asset = asset
        self.from = from
        self.until = until
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.statementFile"
    public static let summary = "Reads a member's statement as a table for spreadsheets."
    public static let details = """
        A row for each movement, the latest first, with its moment, amount, the balance before and after, and why. What \
        somebody wrote never runs as a formula: it has an apostrophe before it where it looks like one.
        """
    public typealias Caller = Reader
    public typealias Reply = ReportFile
    public enum Refusal: String, Contract.Refusal { case periodEmpty, memberNeeded, memberUnknown }
}
