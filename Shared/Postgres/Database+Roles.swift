package import TypedSQL

extension Database {
    /// Lets another role use what this one owns, with as little as a service needs: it may read and add everywhere,
    /// change and remove except where rows are only ever added, and nothing else. What the role had before in these
    /// tables ends. On SQLite, which has no roles, nothing happens.
    ///
    /// - Parameters:
    ///   - role: must not be one that could take more: a superuser, the owner of the database, or a member of the role
    ///     that owns the tables.
    ///   - final: tables to which rows are only added, each with the columns that may be changed all the same.
    /// - Throws: `SQLError.other` with code `42501` for such a role.
    package func grantUse(to role: String, final: [(table: SQL, columns: [SQL])]) async throws {
        guard engine == .postgres else { return }
        try await write(isolation: .readCommitted) { tx in
            // Two that change the rights of a table at once would get in each other's way.
            try tx.lock(name: "roles")
            try tx.run(Statement("SELECT set_config('wellspring.role', \(role), TRUE)"))
            try tx.run(Statement(Self.refusingPowerful))
            try tx.run(Statement(Self.granting))
            for (table, columns) in final {
                try tx.run(Statement("SELECT set_config('wellspring.table', \(table.literal), TRUE)"))
                try tx.run(Statement("SELECT set_config('wellspring.columns', \(columns.joinedLiteral), TRUE)"))
                try tx.run(Statement(Self.restricting))
            }
        }
    }

    /// The role that this database is used as.
    package func role() async throws -> String {
        try await read { try $0.one(Query("SELECT CURRENT_USER AS name") { row in try row.get("name") }) }
    }

    private static let refusingPowerful: SQL = """
        DO $$
        DECLARE reader CONSTANT TEXT := current_setting('wellspring.role');
        BEGIN
            IF (SELECT rolsuper FROM pg_roles WHERE rolname = reader) OR pg_has_role(reader, CURRENT_USER, 'MEMBER')
                OR (SELECT pg_get_userbyid(datdba) = reader FROM pg_database WHERE datname = current_database())
            THEN
                RAISE EXCEPTION 'the role % could change everything; the service needs one that owns nothing', reader
                    USING ERRCODE = '42501';
            END IF;
        END $$
        """

    private static let granting: SQL = """
        DO $$
        DECLARE
            reader CONSTANT TEXT := current_setting('wellspring.role');
            name TEXT;
        BEGIN
            EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), reader);
            FOR name IN SELECT relname FROM pg_class
                WHERE relkind IN ('r', 'v') AND relnamespace = current_schema()::regnamespace
            LOOP
                EXECUTE format('REVOKE ALL ON %I FROM %I', name, reader);
                EXECUTE format('GRANT SELECT ON %I TO %I', name, reader);
                IF name <> 'schema_migration' THEN
                    EXECUTE format('GRANT INSERT, UPDATE, DELETE ON %I TO %I', name, reader);
                END IF;
            END LOOP;
        END $$
        """

    private static let restricting: SQL = """
        DO $$
        DECLARE
            reader CONSTANT TEXT := current_setting('wellspring.role');
            name CONSTANT TEXT := current_setting('wellspring.table');
            columns CONSTANT TEXT := current_setting('wellspring.columns');
        BEGIN
            EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM %I', name, reader);
            IF columns <> '' THEN EXECUTE format('GRANT UPDATE (%s) ON %I TO %I', columns, name, reader); END IF;
        END $$
        """
}

extension SQL {
    /// The text of a name that is a literal.
    fileprivate var literal: String {
        pieces.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }
}

extension [SQL] {
    fileprivate var joinedLiteral: String { map(\.literal).joined(separator: ", ") }
}
