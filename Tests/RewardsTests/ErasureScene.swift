import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

// What tests of erasing look at: every column of text, and every number.

extension Harness where Service == RewardsService {
    /// In how many columns of any table the words stand.
    func columns(with words: String) async throws -> [String] {
        try await read { tx in
            try tx.all(ColumnName.all(on: tx.engine)).filter { name in
                let pattern = "%\(words)%"
                let count = SQL(pieces: [
                    .text("SELECT COUNT(*) AS rows FROM \(name.table) WHERE \(name.column) LIKE "),
                    .value(pattern.sqlValue, String.sqlType),
                ])
                return try tx.one(Query(count) { try $0.get("rows", as: Int64.self) }) > 0
            }.map { "\($0.table).\($0.column)" }
        }
    }

    /// All numbers of the ledger that anybody could see.
    func totals() async throws -> [String] {
        let report = try await call(AuditLedger(), as: staff())
        let accounts = try await read { tx in
            try tx.all(
                Query("SELECT id, balance, held, earned, owed, version FROM account ORDER BY id") { row in
                    let numbers = try ["balance", "held", "earned", "owed", "version"].map { column in
                        try row.get(column, as: Int64.self)
                    }
                    return "\(try row.get("id", as: String.self)) \(numbers)"
                }
            )
        }
        let liability = try await call(GetLiability(), as: staff())
        let months = liability.assets.flatMap { asset in asset.months.map { "\(asset.asset) \($0)" } }
        #expect(report.isSound)
        return accounts + months + ["\(report.outstanding) \(report.transfers) \(report.accounts)"]
    }
}

private struct ColumnName: Sendable {
    let table: String
    let column: String

    static func all(on engine: Engine) -> Query<ColumnName> {
        let columns: SQL =
            switch engine {
            case .sqlite:
                """
                SELECT m.name AS table_name, p.name AS column_name FROM sqlite_master m JOIN pragma_table_info(m.name) p
                WHERE m.type = 'table' AND p.type = 'TEXT'
                """
            case .postgres:
                """
                SELECT CAST(table_name AS TEXT) AS table_name, CAST(column_name AS TEXT) AS column_name
                FROM information_schema.columns WHERE table_schema = 'public' AND data_type = 'text'
                """
            }
        return Query(columns) { row in
            ColumnName(table: try row.get("table_name"), column: try row.get("column_name"))
        }
    }
}
