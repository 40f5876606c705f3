public import Contract
public import Models

/// Reads a report as a table.
public struct ExportReport: RewardsMethod {
    public var report: StaffReport
    /// The period, where the report has one.
    public var from: Instant?
    public var until: Instant?
    public var after: Cursor?
    /// How many rows, where the report has pages; 50 if not given.
    public var limit: PageLimit?

    public init(
        report: StaffReport,
        from: Instant? = nil,
        until: Instant? = nil,
        after: Cursor? = nil,
        limit: PageLimit? = nil
    ) {
        self.report = report
        self.from = from
        self.until = until
        self.after = after
        self.limit = limit
    }

    public static let name = "rewards.reportFile"
    public static let summary = "Reads the liability or the effects of the rules as a table for spreadsheets."
    public static let details = """
        The same numbers as `rewards.liability` and `rewards.ruleEffects`. What somebody wrote, such as the title of a \
        rule, never runs as a formula: it has an apostrophe before it where it looks like one.
        """
    public typealias Caller = StaffMember
    public typealias Reply = ReportFile
    public enum Refusal: String, Contract.Refusal { case periodEmpty }
}
