public import TypedSQL

extension Database {
    /// A PostgreSQL database. Nothing is connected yet: the first closures do that.
    ///
    /// - Parameters:
    ///   - url: as libpq takes it, such as `postgresql:///ideas?host=/run/postgresql`. `statements=unnamed`
    ///     may be added for PgBouncer in transaction mode, which loses prepared statements.
    ///   - poolSize: how many connections there are at most, each with a thread of its own.
    ///   - waitLimit: how long a closure waits for a connection before it fails with `SQLError.busy`.
    ///   - groupLimit: how many callers share a transaction at most, in `SharedWrites`.
    /// - Throws: `SQLError.other` with code `url` when the URL cannot be read.
    public static func postgres(
        url: String,
        poolSize: Int = 4,
        waitLimit: Duration = .seconds(5),
        groupLimit: Int = Database.usualGroupLimit
    ) throws -> Database {
        let driver = PostgresDriver(try PostgresAddress(url), poolSize: max(1, poolSize), waitLimit: waitLimit)
        return Database(driver, groupLimit: groupLimit)
    }
}

/// Runs one command outside any transaction, such as `CREATE DATABASE`, on a connection of its own.
/// It blocks the thread, at most for the limit.
package func runCommand(_ text: String, url: String, limit: Duration = .seconds(30)) throws {
    let link = try Link.open(try PostgresAddress(url), until: .now + limit)
    do {
        _ = try link.simple(text)
    } catch let refusal as Refusal {
        throw refusal.error
    }
}
