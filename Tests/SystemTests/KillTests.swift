import Contract
import FeedbackAPI
import Foundation
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Synchronization
import Testing

@testable import Wellspring

/// Any service may die at any moment: what was acknowledged is kept, and nothing takes effect twice.
@Suite(.serialized) struct KillTests {
    static let kills = 50

    @Test(arguments: TestEngine.allCases) func fiftyKillsLoseNothingAndDoubleNothing(engine: TestEngine) async throws {
        var soak = Soak("SIGKILL of any service on \(engine.rawValue), kills", full: 200 / Self.kills, usually: 1)
        while soak.goesOn() {
            try await TemporaryCommunity.run(on: engine) { community in
                soak.count(Self.kills, failures: try await Self.die(community))
            }
        }
        soak.tell()
    }

    /// - Returns: in how many ways it came out wrong.
    private static func die(_ community: Community) async throws -> Int {
        let calling = try Calling(community.directory)
        let load = Load(calling: calling, campaign: try await openCampaign(calling))
        let seed = UInt64.random(in: 0...UInt64.max)
        print("seed of the kills: \(seed)")
        async let killing: Void = kill(community, beside: load, seed: seed)
        try await load.run()
        try await killing
        let wrong = try await load.check()
        await calling.close()
        return wrong
    }

    private static func openCampaign(_ calling: Calling) async throws -> Campaign.ID {
        let rule = DefineRule(
            key: try RuleKey(wire: "idea-submitted"),
            title: try Title(wire: "An idea"),
            event: .ideaSubmitted,
            pays: .author,
            amount: try PointAmount(wire: Load.perIdea)
        )
        _ = try await calling.call(rule)
        let now = WallClock.system.now() - Seconds(5)
        let open = OpenCampaign(
            title: try Title(wire: "Under fire"),
            brief: try Prose(wire: "Ideas while services die."),
            phases: [
                PhaseWindow(.collecting, from: now, to: now + .hours(1)),
                PhaseWindow(.voting, from: now + .hours(1), to: now + .hours(2)),
                PhaseWindow(.deciding, from: now + .hours(2), to: now + .hours(3)),
            ],
            selection: SelectionRule(kind: .approvalCount),
            winners: .one
        )
        return try await calling.call(open).campaign
    }

    /// Spread over the load: one kill each time a fiftieth of it is acknowledged.
    private static func kill(_ community: Community, beside load: Load, seed: UInt64) async throws {
        var random = SplitMix(state: seed)
        for number in 1...kills {
            await load.acknowledged(atLeast: Load.total * number / (kills + 1))
            let service = ServiceName.allCases[Int(random.next() % UInt64(ServiceName.allCases.count))]
            try await community.killAndRestart(service)
        }
    }
}

/// Mixed writes of four clients, each sent again under its own key until it is acknowledged.
final class Load: Sendable {
    static let workers = 4
    static let rounds = 50
    static let perIdea: Int64 = 40
    static let perAward: Int64 = 7
    static var total: Int { workers * rounds * 3 }

    private let calling: Calling
    private let campaign: Campaign.ID
    private let state = Mutex((count: 0, waiting: [(Int, CheckedContinuation<Void, Never>)]()))

    init(calling: Calling, campaign: Campaign.ID) {
        self.calling = calling
        self.campaign = campaign
    }

    func run() async throws {
        try await withThrowingTaskGroup { group in
            for worker in 0..<Self.workers { group.addTask { try await self.work(worker) } }
            try await group.waitForAll()
        }
    }

    func acknowledged(atLeast count: Int) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                if state.count < count { state.waiting.append((count, continuation)) }
                return state.count >= count
            }
            if isReached { continuation.resume() }
        }
    }

    private func acknowledge() {
        let woken = state.withLock { state in
            state.count += 1
            let woken = state.waiting.filter { $0.0 <= state.count }
            state.waiting.removeAll { $0.0 <= state.count }
            return woken
        }
        for (_, continuation) in woken { continuation.resume() }
    }

    private func member(_ worker: Int) -> Member.ID { Member.ID(at: .example, entropy: UInt128(worker + 1)) }

    private func work(_ worker: Int) async throws {
        for round in 0..<Self.rounds {
            var award = AwardPoints(
                member: member(worker),
                amount: try PointAmount(wire: Self.perAward),
                reason: try Sentence(wire: "Load")
            )
            award.transfer = Transfer.ID(at: .example, entropy: UInt128(worker * 1000 + round))
            try await insist(award, key: "award-\(worker)-\(round)")
            let idea = SubmitIdea(
                campaign: campaign,
                title: try Title(wire: "Idea \(worker) \(round)"),
                body: try Prose(wire: "Under load.")
            )
            try await insist(idea, key: "idea-\(worker)-\(round)", actingFor: member(worker))
            let feedback = SubmitFeedback(kind: .opinion, text: try Prose(wire: "Opinion \(worker) \(round)"))
            try await insist(feedback, key: "opinion-\(worker)-\(round)", actingFor: member(worker))
        }
    }

    /// What any careful client does: the same call with the same key until there is an answer.
    private func insist<M: Repeatable>(_ method: M, key: String, actingFor member: Member.ID? = nil) async throws {
        var meta = CallMeta()
        meta.idempotencyKey = key
        meta.actingFor = member?.wire
        let end = ContinuousClock.now + .seconds(60)
        while true {
            do {
                _ = try await calling.call(method, meta: meta)
                return acknowledge()
            } catch let error where Self.isPassing(error) && ContinuousClock.now < end {
                await Task.yield()
            }
        }
    }

    private static func isPassing(_ error: any Error) -> Bool {
        if let fault = error as? Fault { return fault.isRetryable }
        return error is OutcomeUnknown || error is ConnectionFailure
    }

    /// Everything acknowledged is there, once; what follows from it is there, once.
    /// - Returns: how many of the checks fail.
    func check() async throws -> Int {
        let each = Int64(Self.rounds) * (Self.perAward + Self.perIdea)
        var checks: [Bool] = []
        for worker in 0..<Self.workers {
            try await eventually {
                try await self.calling.call(GetBalance(member: self.member(worker))).available.wire >= each
            }
            let balance = try await calling.call(GetBalance(member: member(worker)))
            checks.append(balance.available.wire == each)
            #expect(balance.available.wire == each, "every award once, every idea paid once")
        }
        let isSound = try await calling.call(AuditLedger()).isSound
        let ideas = try await calling.call(ListIdeas(campaign: campaign, limit: PageLimit(wire: 500))).items
        let inbox = try await calling.call(ListInbox(limit: PageLimit(wire: 500))).items
        let counts = [ideas.count, Set(ideas.map(\.title)).count, inbox.count, Set(inbox.map(\.text)).count]
        #expect(isSound)
        #expect(counts == Array(repeating: Self.workers * Self.rounds, count: 4), "each once")
        checks += [isSound] + counts.map { $0 == Self.workers * Self.rounds }
        return checks.count { !$0 }
    }

    /// Events are followed within moments; the last services to be killed may still be starting.
    private func eventually(_ condition: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(30)
        while ContinuousClock.now < end {
            if (try? await condition()) == true { return }
            await Task.yield()
        }
    }
}

/// Sebastiano Vigna's SplitMix64: a seed gives the same sequence everywhere.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
