import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import TypedSQL

@testable import Rewards

/// Many members who earn, spend, hold, owe and lose points over two years, by the code that does it in production; only
/// the calls themselves are left out, and hundreds share a transaction.
struct RandomCommunity {
    let host: Harness<RewardsService>
    let people: [Member.ID]
    var random: SeededGenerator
    private var position: Int64 = 0
    private var number: UInt128 = 1

    init(_ host: Harness<RewardsService>, members: Int, _ random: SeededGenerator) {
        self.host = host
        self.random = random
        people = (0..<members).map { Member.ID(at: .example, entropy: UInt128($0) &* 0x9E37_79B9_7F4A_7C15 + 7) }
    }

    mutating func fill() async throws {
        try await define()
        for round in 0..<24 {
            host.clock.advance(by: .days(Int64.random(in: 24...36, using: &random)))
            try await ideas(people.count / 12)
            try await activities(people.count / 12)
            try await spend(people.count / 30)
            if round == 13 { try await host.expirePoints() }
            if round == 20 { try await host.endWhatIsDue() }
        }
    }

    private func define() async throws {
        let inShop = RuleCondition(about: .word, field: try field("channel"), test: .isOneOf, values: ["shop"])
        let formula = AmountFormula(field: try field("paid"), times: 3, per: 100, least: try points(2))
        let bought = RuleTerms(
            formula: formula,
            multipliers: [AwardMultiplier(times: 3, per: 2, conditions: [inShop]), AwardMultiplier(times: 2)]
        )
        try await host.levels(.oneStep, grace: 20)
        try await host.rule("idea", .ideaSubmitted, .author, 9)
        try await host.rule("bought", custom("bought"), .member, 500, terms: bought)
        try await host.rule("built", custom("built"), .contributor, 101)
        try await host.rule("helped", custom("helped"), .member, 25, perDay: 1, terms: RuleTerms(pending: .days(200)))
    }

    private mutating func one() -> Member.ID { people.randomElement(using: &random) ?? .example }

    private mutating func ideas(_ count: Int) async throws {
        let records = try (0..<count).map { _ in
            position += 1
            let event = IdeaSubmitted(idea: .example, campaign: .example, author: one())
            return EventRecord(
                position: position,
                id: Occurrence.ID(at: host.clock.now, entropy: UInt128(position) << 40).wire,
                name: IdeaSubmitted.name,
                at: host.clock.now.wire,
                trace: nil,
                data: try JSONValue(encoding: event)
            )
        }
        try await host.host.apply(records, from: IdeasInterface.service)
    }

    private mutating func activities(_ count: Int) async throws {
        let earnings = try (0..<count).map { _ in try activity() }
        try await host.host.context().write { work in
            for earning in earnings { try Awards(work).follow(earning, at: .start) }
        }
    }

    private mutating func activity() throws -> Earning {
        number += 1
        let source = Movement.Source(event: Occurrence.ID(at: host.clock.now, entropy: number), at: host.clock.now)
        let kind = ["bought", "built", "helped"].randomElement(using: &random) ?? "helped"
        // Some do the same twice a day, which the cap does not pay.
        let member = kind == "helped" && number % 3 == 0 ? people[Int(number % 50)] : one()
        var content = Earning.Content(people: [Payee.member.rawValue: member])
        switch kind {
        case "bought":
            content.numbers = ["paid": Int64.random(in: 1...20_000, using: &random)]
            content.words = ["channel": Bool.random(using: &random) ? "shop" : "web"]
        case "built":
            content.shares = try Set((0..<3).map { _ in one() }).sorted().map {
                ContributionShare(member: $0, weight: try Quantity(wire: Int64.random(in: 1...9, using: &random)))
            }
        default: break
        }
        return Earning(try custom(kind), source: source, content: content)
    }

    /// What the member has not got is not spent; what was spent is sometimes taken back, so that some owe.
    private mutating func spend(_ count: Int) async throws {
        let plans = try (0..<count).map { _ in
            number += 1
            return Plan(
                member: one(),
                amount: try points(Int64.random(in: 1...30, using: &random)),
                id: Transfer.ID(at: host.clock.now, entropy: number << 64),
                kind: Int.random(in: 0..<4, using: &random)
            )
        }
        try await host.host.context().write { work in for plan in plans { try plan.run(in: work) } }
    }
}

private struct Plan: Sendable {
    let member: Member.ID
    let amount: PointAmount
    let id: Transfer.ID
    let kind: Int

    func run(in work: Work<RewardsService>) throws {
        let account = AccountID.member(member, .points)
        let ledger = Ledger(work)
        let reason = Sentence.example
        if kind == 3 {
            let latest = Query<Transfer.ID>(
                "SELECT id FROM transfer WHERE credit = \(account) AND kind = 'award' ORDER BY id DESC LIMIT 1"
            ) { try $0.get("id") }
            guard let award = try work.first(latest), let posted = try work.first(TransferTable.posted(award)),
                let rest = try ledger.rest(of: posted)
            else { return }
            _ = try ledger.takeBack(posted, rest, Movement.Remark(actor: .example, reason: reason))
            return
        }
        guard let balance = try work.transaction.balance(of: account, at: work.now), balance.available >= amount.points
        else { return }
        if kind == 2 {
            let hold = Movement.hold(amount, on: account, cause: .hand(.example, reason), id: id, at: work.now)
            _ = try ledger.hold(hold)
        } else {
            _ = try ledger.pay(.payment(amount, from: account, by: .example, because: reason, id: id, at: work.now))
        }
    }
}
