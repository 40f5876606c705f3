public import Models

/// A report as a table that spreadsheets open.
public struct ReportFile: Codable, Sendable, Equatable {
    public var csv: CSVTable
    /// Give it as `after` to read on, where the table has a page of a longer list; absent at its end.
    public var next: Cursor?

    public init(csv: CSVTable, next: Cursor? = nil) {
        self.csv = csv
        self.next = next
    }
}

public enum StaffReport: String, Codable, CaseIterable, Sendable {
    /// `rewards.liability`: a row for each asset and month.
    case liability
    /// `rewards.ruleEffects`: a row for each rule.
    case ruleEffects
}
