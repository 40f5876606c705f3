import Support
import Synchronization
import Testing
import TypedSQL

struct WriteTests {
    /// A balance of ten and fifty debits of one at the same time: exactly ten succeed.
    @Test(arguments: Subject.allCases, [Isolation.serializable, .readCommitted])
    func guardedDebitsRace(_ subject: Subject, _ isolation: Isolation) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { try $0.run(Bank.open("a", balance: 10)) }
            let winners = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        while true {
                            do {
                                return try await database.write(isolation: isolation) { try $0.run(Bank.debit("a", 1)) }
                            } catch SQLError.conflict {
                                continue
                            }
                        }
                    }
                }
                return try await group.reduce(0, +)
            }
            #expect(winners == 10)
            try await expect(0) { try await database.read { try $0.one(Bank.balance("a")) } }
        }
    }

    /// Each of two writers sees one doctor too many and sends one home. The first attempts meet: both have
    /// read before either writes, and on PostgreSQL one of them is repeated and sees the truth.
    @Test(arguments: Subject.allCases)
    func writeSkew(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { try $0.run(each: [Bank.open("a", balance: 1), Bank.open("b", balance: 1)]) }
            let meeting = Meeting(of: subject == .postgres ? 2 : 1)
            let attempts = Counter()
            @Sendable func leave(_ id: String) async throws -> Bool {
                try await database.write { transaction in
                    _ = attempts.next()
                    let onDuty = try transaction.one(
                        Query("SELECT COUNT(*) FROM account WHERE balance = 1") { try $0.get(0, as: Int.self) }
                    )
                    meeting.arrive()
                    guard onDuty > 1 else { return false }
                    return try transaction.run(Bank.setBalance(id, 0)) == 1
                }
            }
            async let a = leave("a")
            async let b = leave("b")
            let left = try await [a, b]
            #expect(left.count { $0 } == 1)
            #expect(attempts.value == (subject == .postgres ? 3 : 2))
        }
    }

    /// Whoever throws `conflict` without the engine's doing is not repeated.
    @Test(arguments: Subject.allCases)
    func onlyTheEngineConflicts(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let attempts = Counter()
            await #expect(throws: SQLError.conflict) {
                try await database.write { _ in
                    _ = attempts.next()
                    throw SQLError.conflict
                }
            }
            #expect(attempts.value == 1)
        }
    }

    @Test(arguments: Subject.allCases)
    func deadlineEndsAStatement(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let start = ContinuousClock.now
            await #expect(throws: SQLError.timeout) {
                try await database.write(deadline: start + .milliseconds(200)) { transaction in
                    try transaction.run(Bank.open("a"))
                    _ = try transaction.one(endless)
                }
            }
            await #expect(throws: SQLError.timeout) {
                try await database.read(deadline: .now + .milliseconds(100)) { try $0.one(endless) }
            }
            #expect(ContinuousClock.now - start < .seconds(60))
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    @Test(arguments: Subject.allCases)
    func deadlineInThePast(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            await #expect(throws: SQLError.timeout) {
                try await database.write(deadline: .now - .seconds(1)) { try $0.run(Bank.open("a")) }
            }
            try await expect(0) { try await database.read { try $0.one(Bank.count) } }
        }
    }

    /// What is committed is seen by the next read, wherever it runs.
    @Test(arguments: Subject.allCases)
    func readYourWrites(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            for number in 1...100 {
                try await database.write { try $0.run(Bank.open("\(number)")) }
                try await expect(number) { try await database.read { try $0.one(Bank.count) } }
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func lockExcludes(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { try $0.run(Bank.open("a", balance: 0)) }
            try await withThrowingTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        try await database.write(isolation: .readCommitted) { transaction in
                            try transaction.lock(name: "counter")
                            let balance = try transaction.one(Bank.balance("a"))
                            try transaction.run(Bank.setBalance("a", balance + 1))
                        }
                    }
                }
                try await group.waitForAll()
            }
            try await expect(20) { try await database.read { try $0.one(Bank.balance("a")) } }
        }
    }
}

/// Threads that wait for each other, once.
final class Meeting: Sendable {
    private let missing: Mutex<Int>
    private let opened = Semaphore()
    private let size: Int

    init(of size: Int) {
        self.size = size
        missing = Mutex(size)
    }

    /// Returns when as many have arrived as are expected; those who come later do not wait.
    func arrive() {
        let left = missing.withLock { missing in
            missing -= 1
            return missing
        }
        if left == 0 { for _ in 1..<max(size, 2) { opened.signal() } }
        if left > 0 { opened.wait() }
    }
}
