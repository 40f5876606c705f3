import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// The races that have been promised a number of rounds: a few in every run of the tests, all of them by `make soak`.

/// Runs rounds, a hundred of them on each database, and checks the laws of the ledger after each hundred.
/// - Parameter round: whether all came out as it must; given the number of the round.
private func rounds(
    _ name: String,
    on engine: TestEngine,
    full: Int,
    usually: Int,
    prepare: (Harness<RewardsService>) async throws -> Void = { _ in },
    _ round: (Harness<RewardsService>, Int) async throws -> Bool
) async throws {
    var soak = Soak("\(name) on \(engine.rawValue), rounds", full: full, usually: usually)
    var goesOn = true
    while goesOn {
        try await Harness<RewardsService>.run(on: engine, settings: LedgerRun.settings) { host in
            try await prepare(host)
            for _ in 0..<100 {
                goesOn = soak.goesOn()
                guard goesOn else { break }
                let isRight = try await round(host, soak.round)
                #expect(isRight, "\(name), round \(soak.round)")
                soak.count(1, failures: isRight ? 0 : 1)
            }
            try await host.expectSound()
        }
    }
    soak.tell()
}

/// How a racer ends: it had what it wanted, or was told that it comes too late. Anything else is thrown on.
private enum Outcome { case won, tooLate }

/// - Returns: nil where something else came of one of them.
private func winners(of results: [Result<Outcome, any Error>]) -> Int? {
    let outcomes = results.compactMap { try? $0.get() }
    return outcomes.count == results.count ? outcomes.count { $0 == .won } : nil
}

private func attempt<R: Refusal & Equatable>(
    lateAs refusal: R,
    _ body: () async throws -> some Any
) async throws -> Outcome {
    do { _ = try await body() } catch let error as R where error == refusal { return .tooLate }
    return .won
}

/// 64 at once want 9 of 100 points: 11 get them, and 1 is left.
@Test(arguments: TestEngine.allCases)
func sixtyFourSpendsOfOneAccount(engine: TestEngine) async throws {
    try await rounds("64 spends of one account", on: engine, full: 1000, usually: 3) { host, round in
        let ines = host.member("member \(round)")
        for _ in 0..<5 { try await host.give(20, to: ines) }
        let offer = try await host.offer(price: 9)
        let results = await race(64) { number in
            switch number % 3 {
            case 0:
                try await attempt(lateAs: ChargePoints.Refusal.insufficientPoints) {
                    try await host.charge(9, from: ines)
                }
            case 1:
                try await attempt(lateAs: HoldPoints.Refusal.insufficientPoints) { try await host.hold(9, of: ines) }
            default:
                try await attempt(lateAs: RedeemReward.Refusal.insufficientPoints) {
                    try await host.redeem(offer, as: ines)
                }
            }
        }
        let left = try await host.available(ines)
        return winners(of: results) == 11 && left == 1
    }
}

@Test(arguments: TestEngine.allCases)
func aHundredWantTheLastItem(engine: TestEngine) async throws {
    try await rounds(
        "100 clients for the last item",
        on: engine,
        full: 1000,
        usually: 3,
        prepare: { host in for number in 0..<100 { try await host.give(100, to: host.member("member \(number)")) } },
        { host, _ in
            let offer = try await host.offer(price: 1, stock: 1)
            let results = await race(100) { number in
                try await attempt(lateAs: RedeemReward.Refusal.outOfStock) {
                    try await host.redeem(offer, as: host.member("member \(number)"))
                }
            }
            let left = try await host.left(of: offer)
            return winners(of: results) == 1 && left == 0
        }
    )
}

@Test(arguments: TestEngine.allCases)
func thirtyTwoEndOneHold(engine: TestEngine) async throws {
    try await rounds("32 racers for one hold", on: engine, full: 10_000, usually: 20) { host, round in
        let ines = host.member("member \(round % 8)")
        try await host.give(10, to: ines)
        let before = try await host.available(ines)
        let hold = try await host.hold(10, of: ines).transfer
        let results = await race(32) { number in
            if number.isMultiple(of: 2) {
                return try await attempt(lateAs: PostHold.Refusal.holdEnded) {
                    try await host.call(PostHold(hold: hold, amount: try points(7)), as: host.backend())
                }
            }
            return try await attempt(lateAs: VoidHold.Refusal.holdEnded) {
                try await host.call(VoidHold(hold: hold), as: host.backend())
            }
        }
        let balance = try await host.balance(ines)
        let spent = before - balance.available.wire
        return winners(of: results) == 1 && (spent == 0 || spent == 7) && balance.held == .zero
    }
}

@Test(arguments: TestEngine.allCases)
func twoReversalsOfOneTransfer(engine: TestEngine) async throws {
    try await rounds("two reversals", on: engine, full: 500, usually: 20) { host, round in
        let ines = host.member("member \(round % 8)")
        let award = try await host.give(10, to: ines)
        let before = try await host.available(ines)
        let isAward = round.isMultiple(of: 2)
        let transfer = isAward ? award.transfer : try await host.charge(10, from: ines).transfer
        let results = await race(2) { _ in
            try await attempt(lateAs: ReverseTransfer.Refusal.alreadyReversed) { try await host.reverse(transfer) }
        }
        let after = try await host.available(ines)
        return winners(of: results) == 1 && after == (isAward ? before - 10 : before)
    }
}

/// Ten send the same at once, as a client does whose answers are lost: one effect, and ten times its answer.
@Test(arguments: TestEngine.allCases)
func tenRepeatsOfOneID(engine: TestEngine) async throws {
    try await rounds("ten repeats of one id", on: engine, full: 10_000, usually: 20) { host, round in
        let ines = host.member("member \(round % 8)")
        try await host.give(10, to: ines)
        let before = try await host.available(ines)
        let id = Transfer.ID(at: .example, entropy: UInt128(round))
        let results = await race(10) { _ in
            switch round % 3 {
            case 0: "\(try await host.give(4, to: ines, transfer: id))"
            case 1: "\(try await host.charge(4, from: ines, transfer: id))"
            default: "\(try await host.hold(4, of: ines, transfer: id))"
            }
        }
        let answers = results.compactMap { try? $0.get() }
        let after = try await host.available(ines) - before
        return answers.count == 10 && Set(answers).count == 1 && after == (round.isMultiple(of: 3) ? 4 : -4)
    }
}
