import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Synchronization
import Testing
import TypedSQL

@testable import Rewards

/// How often a transfer was tried.
private final class Tries: Sendable {
    private let number = Atomic<Int>(0)
    var count: Int { number.load(ordering: .relaxed) }
    /// - Returns: which try this is, from 1.
    func next() -> Int { number.add(1, ordering: .relaxed).newValue }
}

private func payment(from member: TestCaller, _ context: Context<RewardsService>) throws -> Movement {
    .payment(
        try points(4),
        from: .member(member.member, .points),
        by: member.actor,
        because: .example,
        id: Transfer.ID(at: .example, entropy: 4),
        at: context.now
    )
}

/// Without points every try is refused, and only the first of a chosen id is made.
@Test(arguments: TestEngine.allCases, [(true, 1), (false, 2)])
func onceNotesRefusalsOfChosenIDs(engine: TestEngine, chosen: (Bool, Int)) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, tries) = (host.member("Ines"), Tries())
        for _ in 0..<2 {
            let once = Once<Points, ChargePoints.Refusal>(
                movement: try payment(from: ines, host.host.context()),
                isChosen: chosen.0,
                make: { movement, work in
                    _ = tries.next()
                    return try Ledger(work).pay(movement)?.balance
                },
                again: { _, _ in .zero }
            )
            await #expect(throws: ChargePoints.Refusal.insufficientPoints) {
                try await once.run(in: host.host.context())
            }
        }
        #expect(tries.count == chosen.1)
        try await host.expectSound()
    }
}

/// An id that another call took meanwhile is looked for again, and what the first try wrote is undone.
@Test(arguments: TestEngine.allCases)
func onceTriesAgainWhereTheIDWasTaken(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, tries) = (host.member("Ines"), Tries())
        try await host.give(10, to: ines)
        let once = Once<Points, ChargePoints.Refusal>(
            movement: try payment(from: ines, host.host.context()),
            isChosen: true,
            make: { movement, work in
                let balance = try Ledger(work).pay(movement)?.balance
                return tries.next() == 1 ? nil : balance
            },
            again: { _, _ in .zero }
        )
        #expect(try await once.run(in: host.host.context()).wire == 6)
        #expect(tries.count == 2)
        #expect(try await host.available(ines) == 6)
        try await host.expectSound()
    }
}

/// What a method does not declare is a fault and no refusal.
@Test func onceRefusesOnlyByDeclaredNames() throws {
    #expect(try ChargePoints.Refusal(Ledger.Obstacle.insufficient) == .insufficientPoints)
    #expect(throws: Ledger.Broken.self) { try AwardPoints.Refusal(Ledger.Obstacle.insufficient) }
}
