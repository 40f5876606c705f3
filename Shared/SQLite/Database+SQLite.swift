public import TypedSQL

extension TypedSQL.Database {
    /// Opens or creates a database file, with one connection that writes and several that read.
    ///
    /// The file must be on a local file system. A lock file beside it, `<path>.lock`, refuses a second
    /// process, because two that write and checkpoint can damage a database with SQLite before 3.51.3.
    ///
    /// - Parameters:
    ///   - readers: how many reads run at the same time.
    ///   - waitLimit: how long a closure waits for a connection before it fails with `SQLError.busy`.
    ///   - groupLimit: how many writes that wait at the same moment share a commit at most.
    /// - Throws: `SQLError.unavailable` naming the process that has the database, or why it cannot be opened.
    public static func sqlite(
        path: String,
        readers: Int = 4,
        waitLimit: Duration = .seconds(5),
        groupLimit: Int = TypedSQL.Database.usualGroupLimit
    ) throws -> TypedSQL.Database {
        let driver = try SQLiteDriver(path: path, readers: readers, waitLimit: waitLimit, groupLimit: groupLimit)
        return TypedSQL.Database(driver, groupLimit: groupLimit)
    }

    /// A database of its own in memory, with one connection; it is gone when the value is.
    public static func sqliteInMemory(waitLimit: Duration = .seconds(5)) throws -> TypedSQL.Database {
        TypedSQL.Database(try SQLiteDriver(waitLimit: waitLimit))
    }
}
