import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

// The schema itself refuses what must never be, whoever writes.

private func expectRefused(
    _ engine: TestEngine,
    _ expected: SQLError,
    _ statement: SQL,
    _ location: SourceLocation = #_sourceLocation
) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        await #expect(throws: expected, sourceLocation: location) {
            try await host.tamper(statement)
        }
    }
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesAnOverdraft(engine: TestEngine) async throws {
    try await expectRefused(
        engine,
        .check(constraint: "account_available"),
        "UPDATE account SET balance = balance - 11 WHERE kind = 'member'"
    )
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesToHoldMoreThanThereIs(engine: TestEngine) async throws {
    try await expectRefused(
        engine,
        .check(constraint: "account_available"),
        "UPDATE account SET held = balance + 1 WHERE kind = 'member'"
    )
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesADebtOfTheHouse(engine: TestEngine) async throws {
    try await expectRefused(
        engine,
        .check(constraint: "account_of_member"),
        "UPDATE account SET owed = 1 WHERE id = 'redemption:points'"
    )
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesToUndoMoreThanThereWas(engine: TestEngine) async throws {
    try await expectRefused(
        engine,
        .check(constraint: "undone_total"),
        "INSERT INTO undone (transfer, amount, total) SELECT id, amount, amount + 1 FROM transfer"
    )
}

/// No role can change or remove what the journal says, or all of it, as long as the guards are there.
@Test(arguments: TestEngine.allCases)
func theJournalIsFinal(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        try await host.charge(1, from: ines)
        try await host.hold(1, of: ines)
        try await host.rule("idea", .ideaSubmitted, .author, 1)
        let columns: [SQL] = ["reason", "previous", "amount", "amount", "per_day"]
        for words in ["reason = 'Other.'", "reason = 'Erased.', amount = 1", "due_at = 1"] as [SQL] {
            await #expect(throws: SQLError.self) {
                _ = try await host.host.database.write { try $0.run(Statement("UPDATE transfer SET \(words)")) }
            }
        }
        for (index, table) in Journal.tables.enumerated() {
            for change in ["UPDATE \(table) SET \(columns[index]) = NULL", "DELETE FROM \(table)"] as [SQL] {
                await #expect(throws: SQLError.self) {
                    _ = try await host.host.database.write { try $0.run(Statement(change)) }
                }
            }
        }
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesAnOverdrawnLot(engine: TestEngine) async throws {
    try await expectRefused(engine, .check(constraint: "lot_held"), "UPDATE lot SET remaining = remaining - 11")
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesALotAboveItsGrant(engine: TestEngine) async throws {
    try await expectRefused(engine, .check(constraint: "lot_remaining"), "UPDATE lot SET remaining = remaining + 1")
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesAnAmountOfNothing(engine: TestEngine) async throws {
    try await expectRefused(engine, .check(constraint: "transfer_amount"), "UPDATE transfer SET amount = 0")
}

@Test(arguments: TestEngine.allCases)
func schemaRefusesAnEntryThatDoesNotAddUp(engine: TestEngine) async throws {
    try await expectRefused(engine, .check(constraint: "entry_sum"), "UPDATE entry SET delta = delta + 1")
}

/// An entry in the middle of an account's history can neither go nor change, because the next one hangs on it.
@Test(arguments: TestEngine.allCases)
func schemaChainsTheEntries(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        try await host.give(20, to: ines)
        let changes: [SQL] = [
            "DELETE FROM entry WHERE version = 1",
            "UPDATE entry SET delta = delta + 1, balance_after = balance_after + 1 WHERE version = 1",
            "UPDATE entry SET balance_before = 9, balance_after = 29 WHERE version = 2 AND delta = 20",
        ]
        for change in changes {
            await #expect(throws: SQLError.self) {
                try await host.tamper(change)
            }
        }
        try await host.expectSound()
    }
}

/// The first entry names the account that has to be there; the others hang on it.
@Test(arguments: TestEngine.allCases)
func schemaRefusesAnEntryOfNoAccount(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        for opened in ["'member:points:nobody'", "NULL", "account"] as [SQL] {
            await #expect(throws: SQLError.self) {
                try await host.tamper(
                    """
                    INSERT INTO entry
                        (account, version, previous, transfer, delta, held, balance_before, balance_after, opened)
                    SELECT 'member:points:nobody', 1, NULL, transfer, 10, 0, 0, 10, \(opened) FROM entry
                    WHERE delta = 10
                    """
                )
            }
        }
        for change in [
            "UPDATE entry SET account = 'member:points:nobody' WHERE delta = 10",
            "UPDATE entry SET account = 'member:points:nobody', opened = 'member:points:nobody' WHERE delta = 10",
            "UPDATE entry SET opened = NULL WHERE delta = 10", "DELETE FROM account WHERE kind = 'member'",
        ] as [SQL] {
            await #expect(throws: SQLError.self) { try await host.tamper(change) }
        }
        try await host.expectSound()
    }
}
