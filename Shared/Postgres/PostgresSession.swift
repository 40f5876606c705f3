import CPostgres
import TypedSQL

/// A connection with what it remembers: the statements it has prepared. Used on one thread only.
final class PostgresSession: Connection {
    private struct Key: Hashable {
        let text: String
        let types: [SQLType]
    }

    /// Lists of many lengths make many texts; beyond this number it is cheaper to start anew.
    private static let statementLimit = 1000

    let link: Link
    let keepsStatements: Bool
    private var names: [Key: String] = [:]
    private var lastNumber = 0
    /// Whether the present transaction is read-only.
    var isReading = false
    /// What begins the present transaction and was not sent yet.
    var opening: [Rendered] = []
    /// The kept statements no longer fit the schema.
    private(set) var hasStaleStatements = false

    init(_ link: Link, keepsStatements: Bool) {
        self.link = link
        self.keepsStatements = keepsStatements
    }

    func rows(_ sql: Rendered) throws -> [Row] {
        try execute(sql).rows()
    }

    func run(_ sql: Rendered) throws -> Int {
        try execute(sql).changed
    }

    func prepare(_ sql: Rendered) throws {
        _ = try checked { try prepare(sql, as: "") }
    }

    private func execute(_ sql: Rendered) throws -> Answer {
        try checked {
            guard opening.isEmpty else { return try answer(to: sql) }
            try makeRoom(for: 1)
            try send(sql, keptName(of: sql))
            return try link.finish()
        }
    }

    /// Draws the conclusions from a refusal and turns it into the error both engines share.
    func checked<Output>(_ work: () throws -> Output) throws -> Output {
        do {
            return try work()
        } catch let refusal as Refusal {
            if refusal.staleStatements { hasStaleStatements = true }
            // In a `read` it is the transaction that refuses writes, not the server.
            let isOwnRule = isReading && refusal.error == .readOnly
            if refusal.breaksLink, !isOwnRule { link.markBroken() }
            throw refusal.error
        }
    }
}

extension PostgresSession {
    /// Sends a statement under its name, or in full when statements are not kept.
    func send(_ sql: Rendered, _ name: String?) throws {
        let parameters = Parameters(sql)
        try parameters.withPointers { values, lengths, formats in
            try link.send { connection in
                if let name {
                    PQsendQueryPrepared(connection, name, parameters.count, values, lengths, formats, 0)
                } else {
                    PQsendQueryParams(
                        connection,
                        sql.text,
                        parameters.count,
                        parameters.types,
                        values,
                        lengths,
                        formats,
                        0
                    )
                }
            }
        }
    }

    func isKept(_ sql: Rendered) -> Bool { names[Key(text: sql.text, types: sql.types)] != nil }

    /// The name under which the server knows the statement; nil when statements are not kept.
    func keptName(of sql: Rendered) throws -> String? {
        guard keepsStatements else { return nil }
        let key = Key(text: sql.text, types: sql.types)
        if let name = names[key] { return name }
        lastNumber += 1
        let name = "s\(lastNumber)"
        try prepare(sql, as: name)
        names[key] = name
        return name
    }

    private func prepare(_ sql: Rendered, as name: String) throws {
        let types = Parameters(sql).types
        try link.send { PQsendPrepare($0, name, sql.text, Int32(types.count), types) }
        _ = try link.finish()
    }

    /// Keeps the number of statements bounded, before some of them are used together.
    func makeRoom(for count: Int) throws {
        if names.count + count > Self.statementLimit { try forgetStatements() }
    }

    func forgetStatements() throws {
        names = [:]
        hasStaleStatements = false
        _ = try link.simple("DEALLOCATE ALL")
    }
}
