import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// An evaluator of its own recalculates a number of each of 10,000 random members from the answer alone.
///
/// The one number is drawn for each member; those of the ranking are compared with a ranking that the test makes from
/// what the answers say was earned.
@Test(arguments: [(TestEngine.sqlite, 10_000), (.postgres, 1000)])
func explanationsOfRandomMembersAreRecalculated(engine: TestEngine, members: Int) async throws {
    let seed = Seeded.seed()
    print("explanations of \(members) members on \(engine.rawValue): seed \(seed)")
    try await Harness<RewardsService>.run(on: engine) { host in
        var community = RandomCommunity(host, members: members, SeededGenerator(seed: seed))
        let clock = ContinuousClock()
        let filling = try await clock.measure { try await community.fill() }
        try await host.expectSound()
        var checks = ExplanationChecks(host: host, random: community.random)
        let asking = try await clock.measure { try await checks.run(community.people) }
        print("filled in \(filling), asked in \(asking): \(checks.asked.sorted { $0.key < $1.key })")
        #expect(checks.differences.isEmpty)
        #expect(checks.asked.values.reduce(0, +) >= members)
    }
}

/// Asks and compares.
struct ExplanationChecks {
    let host: Harness<RewardsService>
    var random: SeededGenerator
    var asked: [String: Int] = [:]
    var differences: [String] = []

    init(host: Harness<RewardsService>, random: SeededGenerator) {
        self.host = host
        self.random = random
    }

    mutating func run(_ people: [Member.ID]) async throws {
        let kinds: [ExplainedNumber] = [
            .available, .available, .held, .pending, .earned, .owed, .level, .level, .countedPoints,
            .countedContributions, .award, .award, .unpaid,
        ]
        for start in stride(from: 0, to: people.count, by: 100) {
            let asks = people[start..<min(start + 100, people.count)].map { member in
                (member, kinds.randomElement(using: &random) ?? .available)
            }
            let now = host.clock.now
            let answers = try await host.read { tx in
                try asks.map { try Asked(tx, $0.0, $0.1, at: now) }
            }
            for answer in answers { try compare(answer) }
        }
        try await compareRanks(people)
    }

    private mutating func compare(_ answer: Asked) throws {
        guard let explanation = answer.explanation else { return }
        asked[explanation.about.rawValue, default: 0] += 1
        var again = Recalculation(explanation)
        let number = try again.number()
        let byTerms = explanation.about == .award ? try again.amountByTerms() : nil
        if number != answer.number || number != explanation.result || byTerms.map({ $0 != number }) == true {
            differences.append(
                "\(explanation.about) of \(answer.member): \(answer.number ?? -1) is not \(number ?? -1)"
            )
        }
    }

    /// Of fifty members, each place from what everybody's answer says was earned.
    private mutating func compareRanks(_ people: [Member.ID]) async throws {
        let earned = try await host.read { tx in
            try tx.all(
                Query("SELECT owner, earned FROM account WHERE kind = 'member' AND asset = 'points' AND earned > 0") {
                    (try $0.get("owner", as: Member.ID.self), try $0.get("earned", as: Int64.self))
                }
            )
        }
        for (member, points) in earned.shuffled(using: &random).prefix(50) {
            let ask = ExplainNumber(about: .rank, member: member)
            let explanation = try await host.call(ask, as: host.staff())
            asked["rank", default: 0] += 1
            var again = Recalculation(explanation)
            let rank = Int64(1 + earned.count { $0.1 > points })
            if try again.number() != rank || explanation.steps.first?.result != points {
                differences.append("rank of \(member) is \(rank)")
            }
        }
    }
}

/// One answer and the number that the service gives otherwise.
struct Asked: Sendable {
    private(set) var member: Member.ID
    private(set) var explanation: Explanation?
    private(set) var number: Int64?

    init(_ tx: Transaction, _ member: Member.ID, _ about: ExplainedNumber, at now: Instant) throws {
        self.member = member
        let explainer = Explainer(tx: tx, now: now, limit: try PageLimit(wire: 5))
        let account = AccountID.member(member, .points)
        switch about {
        case .level, .countedPoints, .countedContributions:
            let programme = try tx.one(LevelTable.programme(on: now.day))
            let standing = try tx.standing(of: member, in: programme, at: now)
            explanation = try explainer.level(about, of: member, in: programme)
            let place = Int64(programme.place(of: standing.level) + 1)
            number =
                about == .level ? place : about == .countedPoints ? standing.points.wire : standing.contributions.wire
        case .unpaid:
            let skips = Query<(Occurrence.ID, Rule.ID)>(
                "SELECT source_event, rule FROM skipped_award WHERE member = \(member) AND reason = 'dayFull' LIMIT 1"
            ) { (try $0.get("source_event"), try $0.get("rule")) }
            guard let (event, rule) = try tx.first(skips) else {
                self = try Asked(tx, member, .available, at: now)
                return
            }
            let earning = try tx.one(EarningEventTable.find(event))
            explanation = try explainer.unpaid(tx.one(RuleTable.find(rule, .first)), earning, member)
            number = 0
        case .award:
            let latest = Query<Transfer.ID>(
                "SELECT id FROM transfer WHERE credit = \(account) AND rule IS NOT NULL ORDER BY id DESC LIMIT 1"
            ) { try $0.get("id") }
            guard let id = try tx.first(latest) else {
                self = try Asked(tx, member, .available, at: now)
                return
            }
            let row = try tx.one(TransferTable.row(id))
            (explanation, number) = (try explainer.award(row), row.transfer.amount.wire)
        default:
            explanation = try explainer.balance(about, account)
            number = try tx.balance(of: account, at: now)?.figure(about) ?? 0
        }
    }
}

extension Balance {
    fileprivate func figure(_ about: ExplainedNumber) -> Int64 {
        switch about {
        case .held: held.wire
        case .pending: pending.wire
        case .earned: earned.wire
        case .owed: owed.wire
        default: available.wire
        }
    }
}
