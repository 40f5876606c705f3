import GRDB
import GRDBSQLite

/// Ends the running statement of a connection once a moment has passed. Used on one thread only.
final class Alarm {
    var deadline: ContinuousClock.Instant?

    /// SQLite keeps the pointer, so `detach` must be called before the alarm goes away.
    func attach(to db: GRDB.Database) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_progress_handler(db.sqliteConnection, Self.interval, Self.handler, context)
    }

    func detach(from db: GRDB.Database) {
        sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil)
    }

    /// In steps of SQLite's machine: well below a millisecond.
    private static let interval: Int32 = 4000

    private static let handler: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
        guard let context else { return 0 }
        let alarm = Unmanaged<Alarm>.fromOpaque(context).takeUnretainedValue()
        guard let deadline = alarm.deadline else { return 0 }
        return ContinuousClock.now < deadline ? 0 : 1
    }
}
