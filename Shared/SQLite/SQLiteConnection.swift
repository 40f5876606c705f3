import Foundation
import GRDB
import GRDBSQLite
import TypedSQL

/// One turn of a job at a connection.
final class SQLiteConnection: Connection {
    let db: GRDB.Database
    private let statements: StatementCache
    /// Whether statements that would write are refused. `PRAGMA query_only` would make SQLite forget the
    /// plans of all kept statements each time.
    var refusesWrites = false

    init(_ db: GRDB.Database, _ statements: StatementCache) {
        self.db = db
        self.statements = statements
    }

    func rows(_ sql: Rendered) throws -> [TypedSQL.Row] {
        try using(sql.text) {
            let cursor = try GRDB.Row.fetchCursor(statement(sql))
            let columns = cursor.columnNames
            var rows: [TypedSQL.Row] = []
            while let row = try cursor.next() {
                rows.append(TypedSQL.Row(columns: columns, values: row.databaseValues.map(Value.init)))
            }
            return rows
        }
    }

    func run(_ sql: Rendered) throws -> Int {
        try using(sql.text) {
            let before = db.totalChangesCount
            try statement(sql).execute()
            // The count of the last statement stays as it was when a statement changes no rows at all.
            return db.totalChangesCount == before ? 0 : db.changesCount
        }
    }

    func run(together batch: [Rendered]) throws -> [Outcome] {
        try batch.map { sql in
            let before = db.totalChangesCount
            let rows = try rows(sql)
            return Outcome(rows: rows, changed: db.totalChangesCount == before ? 0 : db.changesCount)
        }
    }

    func prepare(_ sql: Rendered) throws {
        try using(sql.text) { _ = try statements.statement(sql.text, in: db) }
    }

    /// A write has the database to itself from its beginning.
    func lock(_ name: String) {}

    func limitLockWait(to limit: Duration) {}

    func checkWritable() throws {
        guard sqlite3_db_readonly(db.sqliteConnection, "main") == 0 else { throw SQLError.readOnly }
    }

    /// Text is compared byte by byte unless a column says otherwise.
    func checkCollation() {}

    private func statement(_ sql: Rendered) throws -> GRDB.Statement {
        let statement = try statements.statement(sql.text, in: db)
        guard !refusesWrites || statement.isReadonly else { throw SQLError.readOnly }
        try statement.setArguments(StatementArguments(sql.values.map { $0.stored }))
        return statement
    }
}

extension SQLiteConnection {
    var isInsideTransaction: Bool { db.isInsideTransaction }

    func command(_ text: String) throws {
        try using(text) { try statements.statement(text, in: db).execute() }
    }

    private func using<Output>(_ text: String, _ work: () throws -> Output) throws -> Output {
        do {
            return try translating(work)
        } catch {
            statements.remove(text)
            throw error
        }
    }

    /// A disk error during the commit may leave the commit in the log, to be found after a crash.
    func commit() throws {
        do {
            try command("COMMIT")
        } catch SQLError.unavailable {
            throw SQLError.unknownOutcome
        }
    }

    /// Throws when a foreign key points nowhere, deferred ones included.
    func checkForeignKeys() throws {
        var open: Int32 = 0
        var highest: Int32 = 0
        sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &highest, 0)
        guard open == 0 else { throw SQLError.foreignKey(constraint: SQLError.anyForeignKey) }
    }

    /// Ends what is open. Nothing can be done when that fails, and the next job will meet the same error.
    func tidy() {
        if db.isInsideTransaction { try? db.rollback() }
    }
}

extension Value {
    fileprivate init(_ stored: DatabaseValue) {
        switch stored.storage {
        case .null: self = .null
        case .int64(let number): self = .integer(number)
        case .double(let number): self = .real(number)
        case .string(let text): self = .text(text)
        case .blob(let data): self = .blob([UInt8](data))
        }
    }

    fileprivate var stored: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .boolean(let flag): flag.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
