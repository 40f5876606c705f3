import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Synchronization
import Testing

@testable import Wellspring

/// Awards of one point to one member, each under an idempotency key of its own, and how they were answered.
final class AwardLoad: Sendable {
    let member = Cast.member("Ines")
    private let client: RPC.Client
    private let seen = Mutex((acknowledged: 0, faults: [Fault]()))

    /// With a client that is told of every refusal: the usual one would call again by itself, for half a minute.
    init(_ calling: Calling) {
        var settings = ClientSettings()
        settings.repeatsWhenTurnedAway = false
        settings.authorization = { try await calling.operatorToken() }
        client = RPC.Client(path: calling.directory.socket(.rewards), settings: settings)
    }

    func close() async { await client.close() }

    var acknowledged: Int { seen.withLock { $0.acknowledged } }
    var faults: [Fault] { seen.withLock { $0.faults } }

    /// - Throws: `Fault` or `OutcomeUnknown`.
    @discardableResult
    func award(_ key: String) async throws -> Award {
        var meta = CallMeta()
        meta.idempotencyKey = key
        let reason = try Sentence(wire: "Load")
        do {
            let award = try await client.call(
                AwardPoints(member: member, amount: PointAmount(wire: 1), reason: reason),
                meta: meta
            )
            seen.withLock { $0.acknowledged += 1 }
            return award
        } catch let fault as Fault {
            seen.withLock { $0.faults.append(fault) }
            throw fault
        }
    }

    /// What any careful client does: the same call with the same key until there is an answer, at most for a minute.
    @discardableResult
    func insist(_ key: String) async throws -> Award {
        let end = ContinuousClock.now + .seconds(60)
        while true {
            do { return try await award(key) } catch let fault as Fault
                where fault.isRetryable && ContinuousClock.now < end
            {
                await Task.yield()
            }
        }
    }

    func balance() async throws -> Int64 { try await client.call(GetBalance(member: member)).available.wire }

    /// Everything acknowledged is there, once, and has been told, once.
    func expectAll(_ count: Int, _ location: SourceLocation = #_sourceLocation) async throws {
        #expect(try await balance() == Int64(count), sourceLocation: location)
        #expect(try await client.call(AuditLedger()).isSound, sourceLocation: location)
        await eventually(within: .seconds(10), location) { try await self.told().count >= count }
        let told = try await told()
        #expect(told.count == count && Set(told).count == count, sourceLocation: location)
    }

    /// The events of awards that other services can read.
    private func told() async throws -> [String] {
        var names: [String] = []
        var last: Int64 = 0
        while true {
            let read = ReadEvents<RewardsInterface>(
                after: try LogPosition(wire: last),
                limit: try PageLimit(wire: 500)
            )
            let events = try await client.call(read).events
            guard let end = events.last else { return names }
            names += events.filter { $0.name == PointsMoved.name }.map(\.id)
            last = end.position
        }
    }
}

/// Asks again until it is so. Processes are waited for here and not clocks, so there is nothing to move instead.
func eventually(
    within limit: Duration,
    _ location: SourceLocation = #_sourceLocation,
    _ condition: () async throws -> Bool
) async {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if (try? await condition()) == true { return }
        await Task.yield()
    }
    Issue.record("it did not become so within \(limit)", sourceLocation: location)
}
