import GRDB
import TypedSQL

extension SQLiteConnection {
    func schema() throws -> String {
        try translating {
            let statements = try String.fetchAll(
                db,
                sql: """
                    SELECT sql FROM sqlite_master
                    WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name <> 'schema_migration'
                    ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'view' THEN 2 ELSE 3 END, name
                    """
            )
            return statements.map { $0 + ";\n" }.joined(separator: "\n")
        }
    }
}
