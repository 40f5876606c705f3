import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// One run: the service, the model, and the choices of the generator.
///
/// Each step makes its choices from a seed of its own, so that a run is a list of seeds and stays one when some of them
/// are left out.
struct LedgerRun {
    enum Command: CaseIterable {
        case award, repeatAward, pend, event, replay, charge, repeatCharge, hold, post, void, redeem, fulfil, refund
        case takeBack, give, expire, endDue, wait, jump, edge
    }

    /// Members may give each other more than they ever have.
    static let settings = ["WELLSPRING_REWARDS_GIFTS_PER_DAY": "1000000"]

    let host: Harness<RewardsService>
    let members: [TestCaller]
    let offers: [Offer]
    var model: LedgerModel
    var generator = SeededGenerator(seed: 0)
    /// Those of all awards.
    var moments: Set<Instant> = []
    var commands: Set<Command> = []
    /// How often a redemption was refused for which reason; under nil, how often it was not.
    var orderOutcomes: [RedeemReward.Refusal?: Int] = [:]
    /// How many ids were refused, and how many debts were made.
    var refused = 0
    var settled = 0

    var shelves: [Shelf]
    var orders: [Order] = []
    var holds: [Transfer.ID: LedgerModel.Hold] = [:]
    var payments: [Transfer.ID: LedgerModel.Payment] = [:]
    var grants: [Transfer.ID: LedgerModel.Grant] = [:]
    /// Ids that were used, with what they were used for; a refused charge has no payment.
    var given: [(id: Transfer.ID, member: Int, amount: Int64)] = []
    var charged: [(id: Transfer.ID, member: Int, amount: Int64, balance: Int64?)] = []
    var position: Int64 = 0
    var told: [(id: Occurrence.ID, at: Instant, member: Int)] = []

    struct Shelf {
        let price: Int64
        var left: Int64
        let perMember: Int64
        var taken: [Int: Int64] = [:]
    }

    struct Order {
        let id: Redemption.ID
        let member: Int
        let reward: Int
        let units: Int64
        let parts: LedgerModel.Parts
        var state = RedemptionState.ordered
        var paid: Int64 { parts.values.reduce(0, +) }
    }

    init(_ host: Harness<RewardsService>) async throws {
        self.host = host
        members = (0..<5).map { host.member("member \($0)") }
        let stocks = [(7, 30, 9), (40, 5000, 4), (1, 5000, 4000), (25, 5000, 4000)] as [(Int64, Int64, Int64)]
        var offers: [Offer] = []
        for (price, stock, perMember) in stocks {
            offers.append(try await host.offer(price: price, stock: stock, perMember: perMember))
        }
        self.offers = offers
        shelves = stocks.map { Shelf(price: $0.0, left: $0.1, perMember: $0.2) }
        model = LedgerModel(accounts: Array(repeating: .init(), count: members.count))
        try await host.rule("idea", .ideaSubmitted, .author, 3)
    }

    var now: Instant { host.clock.now }

    /// Which command a seed stands for.
    static func command(of seed: UInt64) -> Command {
        var generator = SeededGenerator(seed: seed)
        return Command.allCases.randomElement(using: &generator) ?? .wait
    }

    mutating func step(_ seed: UInt64) async throws {
        generator = SeededGenerator(seed: seed)
        let command = Command.allCases.randomElement(using: &generator) ?? .wait
        let member = Int.random(in: members.indices, using: &generator)
        commands.insert(command)
        switch command {
        case .award: try await award(to: member, pending: nil)
        case .pend: try await award(to: member, pending: .days(.random(in: 1...60, using: &generator)))
        case .repeatAward: try await repeatAward()
        case .event: try await event(by: member)
        case .replay: try await replay()
        case .charge: try await charge(member)
        case .repeatCharge: try await repeatCharge()
        case .hold: try await hold(of: member)
        case .post: try await post()
        case .void: try await void()
        case .redeem: try await redeem(by: member)
        case .fulfil: try await fulfil()
        case .refund: try await refund()
        case .takeBack: try await takeBack()
        case .give: try await give(from: member)
        case .expire: try await expire()
        case .endDue: try await endDue()
        case .wait: host.clock.advance(by: .hours(.random(in: 1...24 * 20, using: &generator)))
        case .jump: jump()
        case .edge: edge()
        }
        try await expectBalance(of: member)
    }

    /// An id of which nothing is known.
    mutating func fresh() -> Transfer.ID { Transfer.ID(at: .example, entropy: UInt128(generator.next())) }

    /// Two awards never come at the same moment, however the clock was set: the model tells lots apart by it.
    mutating func tick() {
        repeat { host.clock.advance(by: Seconds(1)) } while !moments.insert(now).inserted
    }
}
