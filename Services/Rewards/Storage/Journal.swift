import TypedSQL

/// Keeps what was written into the journal as it is: the database itself refuses to change or remove a row, whoever asks.
/// Only the owner of the tables can take these guards away.
///
/// One thing can be changed, because a person may ask for it: the words of a transfer's reason become `Erased.`
enum Journal {
    static let tables: [SQL] = ["transfer", "entry", "lot_use", "lot_hold", "rule_version"]

    /// The words of a reason can be erased; a trigger lets nothing else become of them.
    static let final: [(table: SQL, columns: [SQL])] = [("transfer", ["reason"])] + tables.dropFirst().map { ($0, []) }

    struct Guardian: Sendable {
        let creation: SQL
        let removal: SQL
    }

    static func guards(on engine: Engine) -> [Guardian] {
        switch engine {
        case .sqlite:
            tables.dropFirst().map { onSQLite("UPDATE", of: $0) } + tables.map { onSQLite("DELETE", of: $0) }
                + [numbersOnSQLite, wordsOnSQLite]
        case .postgres:
            [refusal] + tables.dropFirst().map { onPostgres($0, "UPDATE OR DELETE OR TRUNCATE") }
                + [onPostgres("transfer", "UPDATE OF \(numbers) OR DELETE OR TRUNCATE"), wordsOnPostgres]
        }
    }

    private static func onSQLite(_ change: SQL, of table: SQL) -> Guardian {
        Guardian(
            creation: """
                CREATE TRIGGER \(table)_is_final_\(change) BEFORE \(change) ON \(table)
                BEGIN SELECT RAISE(ABORT, 'the journal is final'); END
                """,
            removal: "DROP TRIGGER IF EXISTS \(table)_is_final_\(change)"
        )
    }

    private static let refusal = Guardian(
        creation: """
            CREATE FUNCTION journal_is_final() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION ''the journal is final''; END'
            """,
        removal: "SELECT 1"
    )

    private static func onPostgres(_ table: SQL, _ changes: SQL) -> Guardian {
        Guardian(
            creation: """
                CREATE TRIGGER \(table)_is_final BEFORE \(changes) ON \(table)
                FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final()
                """,
            removal: "DROP TRIGGER IF EXISTS \(table)_is_final ON \(table)"
        )
    }
}

extension Journal {
    /// All columns of a transfer but its reason.
    private static let numbers: SQL = """
        id, fingerprint, kind, asset, amount, debit, credit, rule, rule_version, source_event, actor, reverses, ends,
        due_at, refusal, happened_at, created_at
        """

    private static let numbersOnSQLite = Guardian(
        creation: """
            CREATE TRIGGER transfer_is_final_UPDATE BEFORE UPDATE OF \(numbers) ON transfer
            BEGIN SELECT RAISE(ABORT, 'the journal is final'); END
            """,
        removal: "DROP TRIGGER IF EXISTS transfer_is_final_UPDATE"
    )

    private static let wordsOnSQLite = Guardian(
        creation: """
            CREATE TRIGGER transfer_words_are_final BEFORE UPDATE OF reason ON transfer
            WHEN NEW.reason IS NOT 'Erased.' OR OLD.reason IS NULL
            BEGIN SELECT RAISE(ABORT, 'the journal is final'); END
            """,
        removal: "DROP TRIGGER IF EXISTS transfer_words_are_final"
    )

    private static let wordsOnPostgres = Guardian(
        creation: """
            CREATE TRIGGER transfer_words_are_final BEFORE UPDATE OF reason ON transfer FOR EACH ROW
            WHEN (NEW.reason IS DISTINCT FROM 'Erased.' OR OLD.reason IS NULL)
            EXECUTE FUNCTION journal_is_final()
            """,
        removal: "DROP TRIGGER IF EXISTS transfer_words_are_final ON transfer"
    )
}
