import Foundation
import GRDB
import TypedSQL

/// How connections are opened and which settings they must really have afterwards.
enum SQLiteFile {
    /// A new file is readable by its owner alone, whatever the mask of the process, and SQLite gives the log and the
    /// shared memory beside it the same mode. The mode of a file that is there already is its operator's.
    ///
    /// To be called under the lock and before any other connection of this process: closing a descriptor of the file
    /// gives up all its locks that SQLite may hold.
    private static func makePrivate(_ path: String) {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        // Where it cannot be opened, SQLite says why.
        if descriptor >= 0 { close(descriptor) }
    }

    static func openWriter(_ path: String) throws -> DatabaseQueue {
        makePrivate(path)
        return try opening {
            let queue = try DatabaseQueue(path: path, configuration: configuration())
            try queue.inDatabase { db in
                try db.execute(sql: "PRAGMA journal_mode = WAL")
                try db.execute(sql: "PRAGMA synchronous = FULL")
                // Of the pages that every write touches, the writer reads none again (64 MiB), and 32 MiB of log are
                // copied into the file at a time, each page once.
                try db.execute(sql: "PRAGMA cache_size = -65536")
                try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192")
                // What a statement of many rows would need to be undone is kept in memory, not in a file made for it.
                try db.execute(sql: "PRAGMA temp_store = MEMORY")
                // Keeps a WAL that one large transaction blew up from staying so large.
                try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
                try check("journal_mode", is: "wal", in: db)
                try check("synchronous", is: "2", in: db)
                try check("foreign_keys", is: "1", in: db)
            }
            return queue
        }
    }

    static func openReader(_ path: String) throws -> DatabaseQueue {
        try opening {
            var configuration = configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration)
        }
    }

    static func openInMemory() throws -> DatabaseQueue {
        try opening {
            let queue = try DatabaseQueue(configuration: configuration())
            try queue.inDatabase { try check("foreign_keys", is: "1", in: $0) }
            return queue
        }
    }

    private static func configuration() -> Configuration {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(1)
        // PostgreSQL's LIKE knows upper from lower case, and SQLite's does only when told.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA case_sensitive_like = ON") }
        return configuration
    }

    private static func check(_ setting: String, is wanted: String, in db: GRDB.Database) throws {
        let found = try GRDB.Row.fetchOne(db, sql: "PRAGMA \(setting)")?.databaseValues.first
        guard found == wanted.databaseValue || found == Int64(wanted)?.databaseValue else {
            throw SQLError.unavailable("SQLite did not accept \(setting) = \(wanted)")
        }
    }

    private static func opening<Output>(_ open: () throws -> Output) throws -> Output {
        do {
            return try open()
        } catch let error as DatabaseError {
            throw SQLError.unavailable(
                "cannot open the database: \(error.message ?? "") (\(error.resultCode.rawValue))"
            )
        }
    }
}
