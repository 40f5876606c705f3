import CPostgres
import TypedSQL

extension PostgresSession {
    /// Enough to hide the round trip, few enough to keep what libpq holds small.
    private static let chunk = 500

    func run(each batch: [Rendered]) throws -> Int {
        try checked {
            var changed = 0
            for start in stride(from: 0, to: batch.count, by: Self.chunk) {
                changed += try runChunk(batch[start..<min(start + Self.chunk, batch.count)])
            }
            return changed
        }
    }

    /// All statements are sent before the first answer is read; after a refusal the server skips the rest.
    private func runChunk(_ batch: ArraySlice<Rendered>) throws -> Int {
        try makeRoom(for: batch.count)
        let named = try batch.map { (sql: $0, name: try keptName(of: $0)) }
        try link.send { PQenterPipelineMode($0) }
        for (sql, name) in named { try send(sql, name) }
        try link.send { PQpipelineSync($0) }
        let outcome = try collect(named.count)
        try link.send { PQexitPipelineMode($0) }
        if let refusal = outcome.refusal { throw refusal }
        return outcome.changed
    }

    private func collect(_ count: Int) throws -> (changed: Int, refusal: Refusal?) {
        try link.flush()
        var changed = 0
        var refusal: Refusal?
        for _ in 0..<count {
            while let answer = try link.next() {
                refusal = refusal ?? answer.refusal
                changed += answer.changed
            }
        }
        guard let end = try link.next(), end.status == PGRES_PIPELINE_SYNC else { throw link.lost() }
        return (changed, refusal)
    }
}
