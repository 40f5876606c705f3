public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ExportStatement: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> ReportFile {
        let ask = GetStatement(member: member, after: after, limit: limit, asset: asset, from: from, until: until)
        do {
            let statement = try await ask.respond(to: reader, in: context)
            return ReportFile(csv: try statement.table(), next: statement.next)
        } catch let refusal as GetStatement.Refusal {
            throw try Refusal(named: refusal.rawValue)
        }
    }
}

extension PointStatement {
    fileprivate func table() throws -> CSVTable {
        let header = [
            "at", "kind", "amount", "before", "after", "asset", "reason", "rule", "ruleVersion", "source", "redemption",
            "transfer",
        ]
        return try CSVTable(
            header: header,
            rows: lines.map { line in
                [
                    CSVField(line.at), .text(line.kind.rawValue), CSVField(line.amount), CSVField(line.before),
                    CSVField(line.after), .text(asset.rawValue), CSVField(line.reason), CSVField(line.rule),
                    CSVField(line.ruleVersion), CSVField(line.source), CSVField(line.redemption),
                    CSVField(line.transfer),
                ]
            }
        )
    }
}
