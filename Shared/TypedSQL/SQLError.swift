/// What can go wrong between a service and its database, the same on both engines.
///
/// Names of constraints are those PostgreSQL gives: `<table>_pkey` for the primary key, the name of a
/// `CREATE UNIQUE INDEX` and of a `CONSTRAINT ... CHECK`. Two unique indexes over the same columns of a
/// table cannot be told apart on SQLite and must not exist.
public enum SQLError: Error, Equatable, Sendable {
    case unique(constraint: String)
    case check(constraint: String)
    /// SQLite does not say which foreign key it was, so the constraint is always `anyForeignKey`.
    case foreignKey(constraint: String)
    /// The column is written `table.column`.
    case notNull(column: String)
    /// `Transaction.one` found nothing.
    case noRow
    /// Other transactions were in the way in each of the attempts. Nothing was changed.
    case conflict
    /// No connection became free within the wait limit of the pool. Nothing was changed.
    case busy
    /// The database refuses writes, or a `read` tried one.
    case readOnly
    /// The disk of the database is full. Nothing was changed.
    case full
    /// The database cannot be reached or its storage fails. Nothing was changed.
    case unavailable(String)
    /// The deadline passed before the commit. Nothing was changed.
    case timeout
    /// The commit was sent and its outcome is not known, or not known to survive a fail-over.
    case unknownOutcome
    /// The database was migrated by a newer program than this one.
    case newerSchema(found: Int, known: Int)
    /// A migration was changed after it had been applied.
    case changedMigration(Int)
    case decoding(String)
    /// The code is an SQLSTATE, an extended SQLite result code, or a word from this layer.
    case other(code: String, message: String)

    /// What every violated foreign key is called, on both engines.
    public static let anyForeignKey = "foreign_key"

    /// Whether the same call may succeed later without anybody repairing anything. Nothing was changed.
    public var isRetryable: Bool {
        switch self {
        case .conflict, .busy, .unavailable, .timeout: true
        default: false
        }
    }

    /// Whether the transaction can go on after a roll-back to a savepoint.
    var endsTransaction: Bool {
        switch self {
        case .unique, .check, .foreignKey, .notNull, .noRow, .decoding, .other: false
        default: true
        }
    }
}
