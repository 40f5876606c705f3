/// What an engine does for a transaction, on the thread of its connection.
package protocol Connection: AnyObject {
    /// Runs a statement to its end and gives all its rows.
    func rows(_ sql: Rendered) throws -> [Row]
    /// Runs a statement and tells how many rows it changed.
    func run(_ sql: Rendered) throws -> Int
    /// Runs statements one after the other without waiting for each answer where the engine can. Nothing is run after
    /// the first that is refused.
    func run(together batch: [Rendered]) throws -> [Outcome]
    /// Parses and plans a statement without running it.
    func prepare(_ sql: Rendered) throws
    /// Takes a lock that ends with the transaction.
    func lock(_ name: String) throws
    /// Limits how long a statement of this transaction waits for a lock.
    func limitLockWait(to limit: Duration) throws
    /// Throws unless this connection can write.
    func checkWritable() throws
    /// Throws unless the database sorts and encodes text as both engines must.
    func checkCollation() throws
    /// Today's tables, indexes and views, in an order that depends on their names only.
    func schema() throws -> String
}
