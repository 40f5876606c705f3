import Contract
import Crypto
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// What tests of draws begin with.

let lottery = [DrawNumbers(numbers: [9319]), DrawNumbers(numbers: [12, 2, 5])]

extension Harness where Service == RewardsService {
    /// Entries for a day, and numbers a day after.
    func openDraw(
        places: Int64,
        of offer: Offer? = nil,
        _ profile: DrawProfile? = nil,
        price: AssetAmount? = nil,
        prize: AssetAmount? = nil
    ) async throws -> DrawRecord {
        clock.advance(by: .minutes(1))
        let open = OpenDraw(
            title: try Title(wire: "Summer draw"),
            places: try Quantity(wire: places),
            entriesUntil: clock.now + .days(1),
            seedFrom: clock.now + .days(2),
            sources: try ["Index of shares", "Lottery"].map { try Sentence(wire: $0) },
            reward: offer?.id,
            profile: profile,
            entryPrice: price,
            prize: prize
        )
        return try await call(open, as: staff())
    }

    @discardableResult
    func enter(_ draw: DrawRecord, as member: TestCaller) async throws -> DrawEntry {
        try await call(EnterDraw(draw: draw.id), as: member)
    }

    func closeNow(_ draw: DrawRecord) async throws { _ = try await call(CloseDraw(draw: draw.id), as: staff()) }

    @discardableResult
    func cancel(_ draw: DrawRecord) async throws -> DrawRecord {
        let cancel = CancelDraw(draw: draw.id, reason: try Sentence(wire: "The hall burnt down."))
        return try await call(cancel, as: staff())
    }

    func closeDraws() async throws { try await RewardsService.closeDraws(in: host.context()) }

    @discardableResult
    func resolve(_ draw: DrawRecord, _ numbers: [DrawNumbers] = lottery) async throws -> DrawOutcome {
        try await call(ResolveDraw(draw: draw.id, numbers: numbers), as: staff())
    }

    func pool(of draw: DrawRecord) async throws -> [Member.ID] {
        try await call(ListDrawPool(draw: draw.id, limit: PageLimit(wire: 500)), as: staff()).items.map(\.member)
    }
}

/// The RFC once more, written another way: 128-bit arithmetic, and marks on those who were chosen.
func recomputed(_ key: String, _ pool: [Member.ID], places: Int) -> [Member.ID] {
    var isChosen = [Bool](repeating: false, count: pool.count)
    var winners: [Member.ID] = []
    for index in 0..<min(places, pool.count) {
        let bracket: [UInt8] = [UInt8(index / 256), UInt8(index % 256)]
        let digest = Array(Insecure.MD5.hash(data: bracket + Array(key.utf8) + bracket))
        let number = digest.reduce(UInt128(0)) { $0 * 256 + UInt128($1) }
        var rest = Int(number % UInt128(pool.count - index))
        for place in pool.indices where !isChosen[place] {
            if rest == 0 {
                isChosen[place] = true
                winners.append(pool[place])
                break
            }
            rest -= 1
        }
    }
    return winners
}
