import Foundation
import Support
import Testing
import TypedSQL

/// Writes that wait together share a commit on SQLite; on PostgreSQL the same must hold without it.
struct GroupCommitTests {
    @Test(arguments: Subject.allCases)
    func neighboursAreApart(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<90 {
                    group.addTask { (number, await attempt(number, on: database)) }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            let stored = try await database.read {
                Set(try $0.all(Query("SELECT id FROM account") { try $0.get(0, as: String.self) }))
            }
            #expect(stored == Set((0..<90).filter { $0 % 3 == 0 }.map { "\($0)" }))
            #expect(outcomes.allSatisfy { $0.value == ($0.key % 3 == 0) })
        }
    }

    /// Every third succeeds, every third is refused by the engine, every third throws after its change.
    private func attempt(_ number: Int, on database: Database) async -> Bool {
        while true {
            do {
                try await database.write(isolation: .readCommitted) { transaction in
                    try transaction.run(Bank.open("\(number)"))
                    if number % 3 == 1 { try transaction.run(Bank.setBalance("\(number)", -1)) }
                    if number % 3 == 2 { throw Abandoned() }
                }
                return true
            } catch SQLError.conflict {
                continue
            } catch {
                return false
            }
        }
    }

    /// The endless query of one closure makes SQLite undo the whole transaction; the others run again.
    @Test(arguments: [Subject.memory, .file])
    func aCollapseHurtsNobodyElse(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let (held, released) = (Semaphore(), Semaphore())
            async let holder: Void = database.write { _ in
                held.signal()
                released.wait()
            }
            async let gate: Void = blockingWait(held)
            await gate
            let deadline = ContinuousClock.now + .milliseconds(300)
            async let first = database.write { try $0.run(Bank.open("first")) }
            async let slow = Result { try await database.write(deadline: deadline) { try $0.one(slowInsert) } }
            async let last = database.write { try $0.run(Bank.open("last")) }
            while ContinuousClock.now < deadline - .milliseconds(200) { await Task.yield() }
            released.signal()
            try await holder
            let changed = try await [first, last]
            #expect(changed == [1, 1])
            let error = await slow.failure
            #expect(error == .timeout)
            try await expect(2) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    private let slowInsert = Query<Int>(
        """
        INSERT INTO account (id, name, balance)
        WITH RECURSIVE counter (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counter)
        SELECT CAST(n AS TEXT), CAST(n AS TEXT), 0 FROM counter
        RETURNING balance
        """
    ) { try $0.get(0) }
}

func blockingWait(_ semaphore: Semaphore) async {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread {
            semaphore.wait()
            continuation.resume()
        }
    }
}

extension Result where Failure == any Error {
    init(_ work: () async throws -> Success) async {
        do { self = .success(try await work()) } catch { self = .failure(error) }
    }

    var failure: SQLError? {
        if case .failure(let error) = self { error as? SQLError } else { nil }
    }
}
