import Models
import RPC
import RewardsAPI
import Synchronization

/// Awards of one point each, every one of them durable before it is answered.
struct AwardLoad {
    let calling: Calling
    let seconds: Double
    /// How many are made at least, so that there is something to report on.
    let events: Int
    /// Calls under way at the same time, each to a member of its own.
    static let width = 128

    func run() async throws -> (count: Int, seconds: Double) {
        let made = Made()
        let began = ContinuousClock.now
        let end = began + .seconds(seconds)
        try await withThrowingTaskGroup { group in
            for worker in 0..<Self.width { group.addTask { try await award(worker, made, until: end) } }
            try await group.waitForAll()
        }
        return (made.count, (ContinuousClock.now - began) / .seconds(1))
    }

    private func award(_ worker: Int, _ made: Made, until end: ContinuousClock.Instant) async throws {
        let award = AwardPoints(
            member: Member.ID(at: .example, entropy: UInt128(worker + 1)),
            amount: try PointAmount(wire: 1),
            reason: try Sentence(wire: "Measured")
        )
        while ContinuousClock.now < end || made.count < events {
            _ = try await calling.call(award)
            made.add()
        }
    }
}

/// How many calls were answered, counted from many tasks.
private final class Made: Sendable {
    private let number = Atomic<Int>(0)

    var count: Int { number.load(ordering: .relaxed) }
    func add() { number.add(1, ordering: .relaxed) }
}
