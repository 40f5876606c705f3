import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func chargeTakesPointsAndHappensOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let id = Transfer.ID(at: .example, entropy: 4)
        let first = try await host.charge(4, from: ines, transfer: id)
        #expect(first.balance.wire == 6)
        try await host.charge(1, from: ines)
        #expect(try await host.charge(4, from: ines, transfer: id) == first)
        await #expect(throws: ChargePoints.Refusal.transferDiffers) {
            try await host.charge(5, from: ines, transfer: id)
        }
        #expect(try await host.available(ines) == 5)
        #expect(try await host.call(GetStatement(), as: ines).lines.first?.reason?.wire == "At the till.")
        try await host.expectSound()
    }
}

/// Petals are no points: each asset has its own accounts.
@Test(arguments: TestEngine.allCases)
func chargeKeepsAssetsApart(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        func petals(_ amount: Int64) throws -> ChargePoints {
            ChargePoints(member: ines.member, amount: try points(amount), reason: .example, asset: .petals)
        }
        await #expect(throws: ChargePoints.Refusal.insufficientPoints) {
            try await host.call(petals(1), as: host.backend())
        }
        let award = AwardPoints(member: ines.member, amount: try points(3), reason: .example, asset: .petals)
        _ = try await host.call(award, as: host.backend())
        _ = try await host.call(petals(2), as: host.backend())
        #expect(try await host.balance(ines, .petals).available.wire == 1)
        #expect(try await host.available(ines) == 10)
        #expect(try await host.call(GetStatement(asset: .petals), as: ines).lines.map(\.amount.wire) == [-2, 3])
        try await host.expectSound()
    }
}

/// However the calls come, as many go through as there are points, and each id is answered as it was decided.
@Test(arguments: TestEngine.allCases)
func chargesNeverOverspendInARace(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.give(50, to: ines)
        let decisions = await race(64) { number in
            let id = Transfer.ID(at: .example, entropy: UInt128(number % 32 + 1))
            do { return (number % 32, try await host.charge(3, from: ines, transfer: id).balance.wire) } catch let
                refusal
                as ChargePoints.Refusal
            {
                #expect(refusal == .insufficientPoints)
                return (number % 32, Int64(-1))
            }
        }.map { try? $0.get() }
        var answers: [Int: Set<Int64>] = [:]
        for case let (id, answer)? in decisions { answers[id, default: []].insert(answer) }
        #expect(answers.count == 32)
        #expect(answers.values.allSatisfy { $0.count == 1 })
        #expect(answers.values.filter { $0 != [-1] }.count == 16)
        #expect(try await host.available(ines) == 2)
        try await host.expectSound()
    }
}

@Test(arguments: TestEngine.allCases)
func chargeIsForStaffAndBackends(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let charge = ChargePoints(member: ines.member, amount: try points(1), reason: .example)
        await #expect(throws: Fault.self) { try await host.call(charge, as: ines) }
    }
}
