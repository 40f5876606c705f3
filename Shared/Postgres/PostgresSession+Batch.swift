import CPostgres
import TypedSQL

extension PostgresSession {
    /// Enough to hide the round trip, few enough to keep what libpq holds small.
    private static let chunk = 500

    func run(together batch: [Rendered]) throws -> [Outcome] {
        try checked {
            try stride(from: 0, to: batch.count, by: Self.chunk).flatMap { start in
                try answers(to: batch[start..<min(start + Self.chunk, batch.count)]).map { answer in
                    Outcome(rows: try answer.rows(), changed: answer.changed)
                }
            }
        }
    }

    /// The answer to a statement that is sent together with what begins the transaction.
    func answer(to sql: Rendered) throws -> Answer {
        guard let answer = try answers(to: [sql]).last else { throw link.lost() }
        return answer
    }

    /// All statements are sent before the first answer is read; after a refusal the server skips the rest.
    private func answers(to batch: ArraySlice<Rendered>) throws -> [Answer] {
        try prepareForSending(batch)
        let begun = opening.count
        let named = try (opening + batch).map { (sql: $0, name: try keptName(of: $0)) }
        opening = []
        guard named.count > 1 else { return [try sendAlone(named[0].sql, named[0].name)] }
        try link.send { PQenterPipelineMode($0) }
        for (sql, name) in named { try send(sql, name) }
        try link.send { PQpipelineSync($0) }
        let (answers, refusal) = try collect(named.count)
        try link.send { PQexitPipelineMode($0) }
        if let refusal { throw refusal }
        return Array(answers.dropFirst(begun))
    }

    private func sendAlone(_ sql: Rendered, _ name: String?) throws -> Answer {
        try send(sql, name)
        return try link.finish()
    }

    /// What is not known to the server yet is prepared within the transaction, where a savepoint can undo a refusal.
    private func prepareForSending(_ batch: ArraySlice<Rendered>) throws {
        try makeRoom(for: opening.count + batch.count)
        guard !opening.isEmpty, keepsStatements, batch.contains(where: { !isKept($0) }) else { return }
        let first = opening
        opening = []
        _ = try answers(to: first[...])
    }

    private func collect(_ count: Int) throws -> (answers: [Answer], refusal: Refusal?) {
        try link.flush()
        var answers: [Answer] = []
        var refusal: Refusal?
        for _ in 0..<count {
            var last: Answer?
            while let answer = try link.next() {
                guard !answer.wantsCopy else { throw link.refuseCopy() }
                refusal = refusal ?? answer.refusal
                last = answer
            }
            if let last { answers.append(last) }
        }
        guard let end = try link.next(), end.status == PGRES_PIPELINE_SYNC else { throw link.lost() }
        return (answers, refusal)
    }
}
