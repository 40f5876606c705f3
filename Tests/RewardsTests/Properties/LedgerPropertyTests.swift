import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Random commands against the service and against the model: they have to agree on every answer, and every law of the
/// ledger has to hold. A failing run is repeated with `WELLSPRING_TEST_SEED`, a long one made with
/// `WELLSPRING_TEST_COMMANDS`.
@Test(arguments: TestEngine.allCases)
func ledgerBehavesLikeItsModel(engine: TestEngine) async throws {
    let seed = Seeded.seed()
    print("ledger property on \(engine.rawValue): seed \(seed)")
    try await Harness<RewardsService>.run(on: engine) { host in
        var run = try await LedgerRun(host, seed: seed)
        for step in 1...Seeded.commands(usually: 2000) {
            try await run.step()
            if step.isMultiple(of: 200) { try await run.expectAgreement() }
        }
        try await run.expectAgreement()
        try await run.expectStatementsAddUp()
        #expect(run.commands == Set(LedgerRun.Command.allCases), "each command has to come up")
        #expect(run.outcomes.count == 4, "won, and refused for each reason: \(run.outcomes)")
    }
}

/// One run: the service, the model, and the choices of the generator.
struct LedgerRun {
    enum Command: CaseIterable { case award, repeatAward, redeem, close, expire, wait, event, replay }

    let host: Harness<RewardsService>
    let members: [TestCaller]
    let offers: [Offer]
    var model: LedgerModel
    var generator: Seeded
    var commands: Set<Command> = []
    /// How often a redemption was refused for which reason; under nil, how often it was not.
    var outcomes: [RedeemReward.Refusal?: Int] = [:]
    var redemptions: [Redemption.ID] = []
    private var position: Int64 = 0
    private var told: [(id: Occurrence.ID, at: Instant, member: Int)] = []

    init(_ host: Harness<RewardsService>, seed: UInt64) async throws {
        self.host = host
        generator = Seeded(seed)
        members = (0..<5).map { host.member("member \($0)") }
        let shelves = [(7, 30, 9), (40, 5000, 4), (1, 5000, 4000), (25, 5000, 4000)] as [(Int64, Int64, Int64)]
        var offers: [Offer] = []
        for (price, stock, perMember) in shelves {
            offers.append(try await host.offer(price: price, stock: stock, perMember: perMember))
        }
        self.offers = offers
        model = LedgerModel(
            accounts: Array(repeating: .init(), count: members.count),
            shelves: shelves.map { .init(price: $0.0, left: $0.1, perMember: $0.2) }
        )
        try await host.rule("idea", .ideaSubmitted, .author, 3)
    }

    mutating func step() async throws {
        let command = Command.allCases.randomElement(using: &generator) ?? .wait
        let member = Int.random(in: members.indices, using: &generator)
        commands.insert(command)
        switch command {
        case .award: try await award(to: member)
        case .repeatAward: try await repeatAward()
        case .redeem: try await redeem(by: member)
        case .close: try await close()
        case .expire: try await expire()
        case .wait: host.clock.advance(by: .hours(.random(in: 1...24 * 40, using: &generator)))
        case .event: try await event(by: member)
        case .replay: try await replay()
        }
        try await expectBalance(of: member)
    }

    private mutating func award(to member: Int) async throws {
        let amount = Int64.random(in: 1...60, using: &generator)
        let entropy = UInt128(generator.next())
        let id = Transfer.ID(at: .example, entropy: entropy)
        _ = try await host.give(amount, to: members[member], transfer: id)
        model.award(amount, to: member, at: host.clock.now)
        model.handed[entropy] = (member, amount)
    }

    /// The same id with the same payload changes nothing; with another one it is refused.
    private func repeatAward() async throws {
        guard let (entropy, earlier) = model.handed.min(by: { $0.key < $1.key }) else { return }
        let id = Transfer.ID(at: .example, entropy: entropy)
        let again = try await host.give(earlier.amount, to: members[earlier.member], transfer: id)
        #expect(again.amount.wire == earlier.amount)
        await #expect(throws: AwardPoints.Refusal.transferDiffers) {
            try await host.give(earlier.amount + 1, to: members[earlier.member], transfer: id)
        }
    }

    private mutating func redeem(by member: Int) async throws {
        let reward = Int.random(in: offers.indices, using: &generator)
        let units = Int64.random(in: 1...4, using: &generator)
        let expected = model.redeem(units, of: reward, by: member, at: host.clock.now)
        outcomes[expected, default: 0] += 1
        do {
            let receipt = try await host.redeem(offers[reward], units, as: members[member])
            #expect(expected == nil)
            #expect(receipt.available.wire == model.accounts[member].available(at: host.clock.now))
            redemptions.append(receipt.redemption)
        } catch let refusal as RedeemReward.Refusal {
            #expect(refusal == expected)
        }
    }

    private mutating func close() async throws {
        guard let order = redemptions.indices.randomElement(using: &generator) else { return }
        let outcome = FulfilmentOutcome.allCases.randomElement(using: &generator) ?? .delivered
        let wasOpen = model.close(order, outcome)
        do {
            _ = try await host.call(
                FulfilRedemption(redemption: redemptions[order], outcome: outcome),
                as: host.staff()
            )
            #expect(wasOpen)
        } catch let refusal as FulfilRedemption.Refusal {
            #expect(refusal == .redemptionClosed)
            #expect(!wasOpen)
        }
    }

    private mutating func expire() async throws {
        try await host.expirePoints()
        for member in members.indices { model.expire(member, at: host.clock.now) }
    }

    private mutating func event(by member: Int) async throws {
        let id = Occurrence.ID(at: host.clock.now, entropy: UInt128(generator.next()))
        told.append((id, host.clock.now, member))
        try await tell(told[told.count - 1])
        model.award(3, to: member, at: host.clock.now)
    }

    /// An event that was applied before comes again, as from a follower that was set back.
    private mutating func replay() async throws {
        if let earlier = told.randomElement(using: &generator) { try await tell(earlier) }
    }

    private mutating func tell(_ occasion: (id: Occurrence.ID, at: Instant, member: Int)) async throws {
        position += 1
        let idea = IdeaSubmitted(idea: .example, campaign: .example, author: members[occasion.member].member)
        let record = EventRecord(
            position: position,
            id: occasion.id.wire,
            name: IdeaSubmitted.name,
            at: occasion.at.wire,
            trace: nil,
            data: try JSONValue(encoding: idea)
        )
        try await host.host.apply([record], from: IdeasInterface.service)
    }
}
