import GRDB
import TypedSQL

extension SQLiteConnection {
    func translating<Output>(_ work: () throws -> Output) throws -> Output {
        do {
            return try work()
        } catch let error as DatabaseError {
            throw translate(error)
        }
    }

    private func translate(_ error: DatabaseError) -> SQLError {
        let message = error.message ?? ""
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: return constraint(error.extendedResultCode, message)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .conflict
        case .SQLITE_INTERRUPT: return .timeout
        case .SQLITE_FULL: return .full
        case .SQLITE_READONLY: return .readOnly
        case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_NOMEM, .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_PROTOCOL:
            return .unavailable("SQLite \(error.extendedResultCode.rawValue): \(message)")
        default: return .other(code: "\(error.extendedResultCode.rawValue)", message: message)
        }
    }

    private func constraint(_ code: ResultCode, _ message: String) -> SQLError {
        let subject = message.split(separator: " failed: ", maxSplits: 1).last.map(String.init) ?? message
        switch code {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return .unique(constraint: uniqueName(subject))
        case .SQLITE_CONSTRAINT_CHECK: return .check(constraint: subject)
        case .SQLITE_CONSTRAINT_NOTNULL: return .notNull(column: subject)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .foreignKey(constraint: SQLError.anyForeignKey)
        default: return .other(code: "\(code.rawValue)", message: message)
        }
    }

    /// SQLite names the columns, `account.tenant, account.name`, or an index over expressions,
    /// `index 'account_name'`. The name PostgreSQL would give is found in the schema.
    private func uniqueName(_ subject: String) -> String {
        if subject.hasPrefix("index '") { return String(subject.dropFirst(7).dropLast()) }
        let parts = subject.split(separator: ", ").map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
        guard let table = parts.first?.first else { return subject }
        let columns = parts.compactMap { $0.count == 2 ? $0[1] : nil }
        let indexes = (try? uniqueIndexes(of: table)) ?? []
        guard let index = indexes.first(where: { $0.columns == columns }) else { return "\(table)_pkey" }
        switch index.origin {
        case "pk": return "\(table)_pkey"
        case "u": return ([table] + columns + ["key"]).joined(separator: "_")
        default: return index.name
        }
    }

    private func uniqueIndexes(of table: String) throws -> [(name: String, origin: String, columns: [String])] {
        let indexes = try GRDB.Row.fetchAll(
            db,
            sql: "SELECT name, origin FROM pragma_index_list(?) WHERE \"unique\" = 1 ORDER BY name",
            arguments: [table]
        )
        return try indexes.map { index in
            let name: String = index["name"]
            let columns = try String.fetchAll(
                db,
                sql: "SELECT coalesce(name, '') FROM pragma_index_info(?) ORDER BY seqno",
                arguments: [name]
            )
            return (name, index["origin"], columns)
        }
    }
}
