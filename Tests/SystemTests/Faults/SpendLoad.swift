import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Synchronization
import Testing

@testable import Wellspring

/// Members who get points and spend them, each call sent again under its own id until it is acknowledged. Nobody ever
/// spends what he or she does not have, so whoever is told so was told something wrong.
final class SpendLoad: Sendable {
    static let workers = 4
    private let calling: Calling
    private let rounds: Int
    private let done = Atomic<Int>(0)

    init(_ calling: Calling, rounds: Int) {
        self.calling = calling
        self.rounds = rounds
    }

    var total: Int { Self.workers * rounds * 3 }
    var acknowledged: Int { done.load(ordering: .acquiring) }

    func run() async throws {
        try await withThrowingTaskGroup { group in
            for worker in 0..<Self.workers { group.addTask { try await self.work(worker) } }
            try await group.waitForAll()
        }
    }

    private func member(_ worker: Int) -> Member.ID { Member.ID(at: .example, entropy: UInt128(worker + 1)) }

    private func work(_ worker: Int) async throws {
        let (member, reason) = (member(worker), try Sentence(wire: "Load"))
        for round in 0..<rounds {
            let id = { (kind: Int) in
                Transfer.ID(at: .example, entropy: UInt128(worker * 1_000_000 + round * 10 + kind))
            }
            var award = AwardPoints(member: member, amount: try PointAmount(wire: 7), reason: reason)
            award.transfer = id(1)
            try await insist(award)
            var charge = ChargePoints(member: member, amount: try PointAmount(wire: 3), reason: reason)
            charge.transfer = id(2)
            try await insist(charge)
            var hold = HoldPoints(member: member, amount: try PointAmount(wire: 2), reason: reason)
            hold.transfer = id(3)
            try await insist(hold)
        }
    }

    /// - Throws: what is no reason to try again, such as a refusal for want of points.
    private func insist<M: Method>(_ method: M) async throws {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            do {
                _ = try await calling.call(method)
                done.add(1, ordering: .acquiringAndReleasing)
                return
            } catch let error where Self.isPassing(error) && ContinuousClock.now < end {
                await Task.yield()
            }
        }
    }

    private static func isPassing(_ error: any Error) -> Bool {
        if let fault = error as? Fault { return fault.isRetryable }
        return error is OutcomeUnknown || error is ConnectionFailure
    }

    /// Everything acknowledged is there, once.
    /// - Returns: how many members have something else.
    func check() async throws -> Int {
        var wrong = 0
        for worker in 0..<Self.workers {
            let balance = try await calling.call(GetBalance(member: member(worker)))
            let isRight = balance.available.wire == Int64(rounds) * 2 && balance.held.wire == Int64(rounds) * 2
            #expect(isRight, "\(balance)")
            wrong += isRight ? 0 : 1
        }
        let report = try await calling.call(AuditLedger())
        #expect(report.isSound)
        #expect(report.transfers.wire == Int64(total), "nothing took effect twice")
        return wrong + (report.isSound && report.transfers.wire == Int64(total) ? 0 : 1)
    }
}
