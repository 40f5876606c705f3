import TypedSQL

extension PostgresSession {
    /// Tables with their columns and constraints, then indexes, views, triggers and functions of the
    /// first schema in the search path. Names are sorted by their bytes.
    func schema() throws -> String {
        try [Self.tables, Self.indexes, Self.views, Self.triggers, Self.functions]
            .flatMap { try rows(Rendered($0)).map { try $0.get(0, as: String.self) } }
            .map { $0 + ";\n" }
            .joined(separator: "\n")
    }

    private static let tables = """
        SELECT 'CREATE TABLE ' || c.relname || ' (' || chr(10) || string_agg('    ' || part, ',' || chr(10)
            ORDER BY kind, position, part COLLATE "C") || chr(10) || ')'
        FROM pg_class c JOIN LATERAL (
            SELECT 0 AS kind, a.attnum AS position, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS part
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            UNION ALL
            SELECT 1, 0, 'CONSTRAINT ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint WHERE conrelid = c.oid
        ) parts ON TRUE
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND c.relname <> 'schema_migration'
        GROUP BY c.relname ORDER BY c.relname COLLATE "C"
        """

    private static let indexes = """
        SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i
        JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND t.relname <> 'schema_migration'
            AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u'))
        ORDER BY c.relname COLLATE "C"
        """

    private static let views = """
        SELECT 'CREATE VIEW ' || relname || ' AS' || chr(10) || rtrim(pg_get_viewdef(oid), ';') FROM pg_class
        WHERE relkind = 'v' AND relnamespace = current_schema()::regnamespace ORDER BY relname COLLATE "C"
        """

    private static let triggers = """
        SELECT pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
        ORDER BY c.relname COLLATE "C", t.tgname COLLATE "C"
        """

    private static let functions = """
        SELECT rtrim(pg_get_functiondef(oid), chr(10)) FROM pg_proc
        WHERE prokind IN ('f', 'p') AND pronamespace = current_schema()::regnamespace
        ORDER BY proname COLLATE "C", pg_get_function_identity_arguments(oid) COLLATE "C"
        """
}
