import TypedSQL

/// Keeps what was written into the journal as it is: the database itself refuses to change or remove a row, whoever asks.
/// Only the owner of the tables can take these guards away.
enum Journal {
    static let tables: [SQL] = ["transfer", "entry", "lot_use", "lot_hold", "rule_version"]

    struct Guardian: Sendable {
        let creation: SQL
        let removal: SQL
    }

    static func guards(on engine: Engine) -> [Guardian] {
        switch engine {
        case .sqlite: tables.flatMap { [onSQLite("UPDATE", of: $0), onSQLite("DELETE", of: $0)] }
        case .postgres: [refusal] + tables.map(onPostgres)
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

    private static func onPostgres(_ table: SQL) -> Guardian {
        Guardian(
            creation: """
                CREATE TRIGGER \(table)_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON \(table)
                FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final()
                """,
            removal: "DROP TRIGGER IF EXISTS \(table)_is_final ON \(table)"
        )
    }
}
