import Support
import Testing
import TypedSQL

/// Opens accounts for callers who share transactions.
private struct Counterhall: Sendable {
    let database: Database
    let group = SharedWrites<String, String>(lanes: 1)
    /// How many transactions there were, and whom each of them served.
    let transactions = Counter()
    let held = Semaphore()
    let released = Semaphore()

    /// - Parameter id: `first` holds its transaction open until it is released.
    func open(_ id: String, deadline: ContinuousClock.Instant? = nil) async throws -> String? {
        try await group.run(id, deadline: deadline, limit: 128) { ids in
            try await database.write(isolation: .readCommitted, attempts: 1) { transaction in
                _ = transactions.next()
                try transaction.run(each: ids.map { Bank.open($0) })
                if ids == ["first"] {
                    held.signal()
                    released.wait()
                }
                return ids.map { id in id == "odd" ? nil : ids.joined(separator: " ") }
            }
        }
    }

    /// Lets callers queue in this order behind the first, and gives what each of them got.
    func serve(_ ids: [String]) async -> [Result<String?, any Error>] {
        async let first = open("first")
        await blockingWait(held)
        let tasks = await ids.asyncMap { id in
            let task = Task { try await open(id) }
            while group.waiting.count(where: { $0 == id }) == 0 { await Task.yield() }
            return task
        }
        released.signal()
        _ = try? await first
        var results: [Result<String?, any Error>] = []
        for task in tasks { results.append(await task.result) }
        return results
    }

    func ids() async throws -> Set<String> {
        try await database.read {
            Set(try $0.all(Query("SELECT id FROM account") { try $0.get(0, as: String.self) }))
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Output>(_ body: (Element) async -> Output) async -> [Output] {
        var outputs: [Output] = []
        for element in self { outputs.append(await body(element)) }
        return outputs
    }
}

struct SharedWritesTests {
    /// One transaction for all who came while the first was at work, in the order in which they came.
    @Test(arguments: Subject.allCases)
    func thoseWhoWaitShareATransaction(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let hall = Counterhall(database: database)
            let results = await hall.serve(["a", "b", "c"])
            let outputs = try results.map { try $0.get() }
            #expect(outputs == Array(repeating: "a b c", count: 3))
            #expect(hall.transactions.value == 2)
            try await expect(["first", "a", "b", "c"]) { try await hall.ids() }
        }
    }

    /// A caller whose statement is refused takes the transaction with it; everyone is told to go alone, and then only
    /// the one at fault fails.
    @Test(arguments: Subject.allCases)
    func nobodyFailsBecauseOfANeighbour(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            try await database.write { try $0.run(Bank.open("taken")) }
            let hall = Counterhall(database: database)
            let results = await hall.serve(["a", "taken", "b"])
            let outputs = try results.map { try $0.get() }
            #expect(outputs == [nil, nil, nil])
            try await expect(["first", "taken"]) { try await hall.ids() }
        }
    }

    /// One that is not like the others is told so, and the others are served.
    @Test(arguments: Subject.allCases)
    func oneGoesAlone(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let results = await Counterhall(database: database).serve(["a", "odd"])
            let outputs = try results.map { try $0.get() }
            #expect(outputs == ["a odd", nil])
        }
    }

    /// Whoever is answered finds what was done, on any connection.
    @Test(arguments: Subject.allCases)
    func anAnswerComesAfterTheCommit(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let hall = Counterhall(database: database)
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        guard try await hall.open("\(number)") != nil else { return false }
                        return try await database.read { try $0.first(Bank.balance("\(number)")) } != nil
                    }
                }
                for try await isThere in group { #expect(isThere) }
            }
        }
    }

    @Test(arguments: Subject.allCases)
    func aCancelledCallerLeavesTheQueue(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let hall = Counterhall(database: database)
            async let first = hall.open("first")
            await blockingWait(hall.held)
            let cancelled = Task { try await hall.open("cancelled") }
            while hall.group.waiting.isEmpty { await Task.yield() }
            cancelled.cancel()
            await #expect(throws: CancellationError.self) { try await cancelled.value }
            hall.released.signal()
            _ = try await first
            try await expect(["first"]) { try await hall.ids() }
        }
    }

    @Test(arguments: Subject.allCases)
    func aDeadlinePassesInTheQueue(_ subject: Subject) async throws {
        try await subject.withDatabase(bank) { database in
            let hall = Counterhall(database: database)
            async let first = hall.open("first")
            await blockingWait(hall.held)
            let late = Task { try await hall.open("late", deadline: .now + .milliseconds(1)) }
            let end = ContinuousClock.now + .milliseconds(20)
            while hall.group.waiting.isEmpty || ContinuousClock.now < end { await Task.yield() }
            hall.released.signal()
            await #expect(throws: SQLError.timeout) { try await late.value }
            _ = try await first
            try await expect(["first"]) { try await hall.ids() }
        }
    }
}
