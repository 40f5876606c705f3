import Models
import RewardsAPI

/// What a rule would pay for one event after the other, as the service would: the same claims, caps and budgets.
struct Simulation {
    let rule: EarningRule
    /// What budgets have left.
    private(set) var left: [AccountID: Int64]
    private(set) var events: Int64 = 0
    private(set) var paid: [Member.ID: (awards: Int64, total: Int64)] = [:]
    private(set) var skipped: [SkipReason: Int64] = [:]
    private var used: [String: Int64] = [:]

    init(_ rule: EarningRule, budgets left: [AccountID: Int64]) {
        self.rule = rule
        self.left = left
    }

    mutating func follow(_ earning: Earning) {
        events += 1
        for claim in rule.claims(for: earning) {
            switch claim {
            case .nothing(_, let reason): skipped[reason, default: 0] += 1
            case .pays(let member, let amount):
                if let reason = obstacle(to: amount.wire, for: member, earning) {
                    skipped[reason, default: 0] += 1
                } else {
                    pay(amount.wire, to: member, earning)
                }
            }
        }
    }

    private func obstacle(to amount: Int64, for member: Member.ID, _ earning: Earning) -> SkipReason? {
        let full = rule.caps(for: earning).first { used[key($0, member), default: 0] >= $0.limit }
        if let full { return full.reason }
        guard let budget = rule.budget(for: earning) else { return nil }
        return left[budget, default: 0] < amount ? .budgetSpent : nil
    }

    private mutating func pay(_ amount: Int64, to member: Member.ID, _ earning: Earning) {
        for cap in rule.caps(for: earning) { used[key(cap, member), default: 0] += 1 }
        if let budget = rule.budget(for: earning) { left[budget, default: 0] -= amount }
        let before = paid[member] ?? (0, 0)
        paid[member] = (before.awards + 1, before.total + amount)
    }

    private func key(_ cap: Cap, _ member: Member.ID) -> String { "\(member) \(cap.stretch)" }

    func result(limit: PageLimit) throws -> RuleSimulation {
        let ranked = paid.sorted { (-$0.value.total, $0.key) < (-$1.value.total, $1.key) }
        let members = try ranked.prefix(limit.count).map { member, sum in
            SimulatedMember(member: member, awards: try Count(wire: sum.awards), total: try Points(wire: sum.total))
        }
        return RuleSimulation(
            events: try Count(wire: events),
            awards: try Count(wire: paid.values.reduce(0) { $0 + $1.awards }),
            total: try Points(wire: paid.values.reduce(0) { $0 + $1.total }),
            membersPaid: try Count(wire: Int64(paid.count)),
            members: Array(members),
            skipped: try SkipReason.allCases.compactMap { reason in
                try skipped[reason].map { SkipCount(reason: reason, awards: try Count(wire: $0)) }
            }
        )
    }
}
