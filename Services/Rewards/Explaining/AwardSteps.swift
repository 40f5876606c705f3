import Models
import RewardsAPI

/// The arithmetic of what a rule gives a member for an event, as ``EarningRule/claims(for:)`` decides it.
struct AwardSteps {
    let rule: EarningRule
    let earning: Earning
    let member: Member.ID

    /// - Returns: nil where the rule gives this member nothing for the event.
    func steps() throws -> Arithmetic? {
        var arithmetic = Arithmetic()
        guard let first = payees.first, let base = try base(&arithmetic) else { return nil }
        let amount = try multiplied(base, for: first, &arithmetic)
        switch rule.pays {
        case .contributor: share(amount, &arithmetic)
        case .ancestor: try decayed(amount, &arithmetic)
        default: break
        }
        return arithmetic
    }

    /// Those whom the rule can pay for the event, in the order that decides: the multipliers of the first one count.
    private var payees: [Member.ID] {
        switch rule.pays {
        case .contributor:
            (earning.content.shares ?? []).map(\.member).filter { member in
                (rule.terms.conditions ?? []).allSatisfy { $0.isMet(by: earning, for: member) }
            }
        case .ancestor: earning.content.chain ?? []
        default: [earning[rule.pays]].compactMap(\.self)
        }
    }

    private func base(_ arithmetic: inout Arithmetic) throws -> StepOperand? {
        guard let formula = rule.terms.formula else {
            return try arithmetic.add(.amount, .sum, [StepOperand(rule.amount.wire)])
        }
        guard case .success = formula.value(for: earning, most: rule.amount) else { return nil }
        let numbers = earning.content.numbers ?? [:]
        let number = StepOperand(numbers[formula.field.wire] ?? 0, field: formula.field)
        let divisor = formula.perField.map { StepOperand(numbers[$0.wire] ?? 0, field: $0) }
        return try arithmetic.add(
            .amount,
            .scale,
            [
                number, StepOperand(formula.times ?? 1), divisor ?? StepOperand(formula.per ?? 1),
                StepOperand(formula.least?.wire ?? 0), StepOperand(rule.amount.wire),
            ]
        )
    }

    private func multiplied(_ base: StepOperand, for member: Member.ID, _ arithmetic: inout Arithmetic) throws
        -> StepOperand
    {
        try (rule.terms.multipliers ?? []).filter { $0.applies(to: earning, for: member) }.reduce(base) {
            try scaled($0, $1.times, $1.per ?? 1, .multiplied, &arithmetic)
        }
    }

    private func decayed(_ amount: StepOperand, _ arithmetic: inout Arithmetic) throws {
        guard let decay = rule.terms.decay, let place = payees.firstIndex(of: member) else { return }
        var amount = amount
        for _ in 0..<place { amount = try scaled(amount, decay.times, decay.per, .decayed, &arithmetic) }
    }

    private func scaled(
        _ amount: StepOperand,
        _ times: Int64,
        _ per: Int64,
        _ what: StepSubject,
        _ arithmetic: inout Arithmetic
    ) throws -> StepOperand {
        let most = StepOperand(Points.range.upperBound)
        return try arithmetic.add(what, .scale, [amount, StepOperand(times), StepOperand(per), StepOperand(0), most])
    }

    private func share(_ total: StepOperand, _ arithmetic: inout Arithmetic) {
        let shares = paidShares
        let parts = LargestRemainder.parts(of: total.value, by: shares.map { ($0.member.wire, $0.weight.wire) })
        let index = shares.firstIndex { $0.member == member }
        arithmetic.add(.share, .share, [total], giving: index.map { parts[$0] } ?? 0)
    }

    /// Those who divide the amount, in the order of their ids, by which equal remainders are told apart.
    private var paidShares: [ContributionShare] {
        let paid = Set(payees)
        return (earning.content.shares ?? []).filter { paid.contains($0.member) }.sorted { $0.member < $1.member }
    }

    /// The event, without the other people of it.
    var event: ExplainedEvent {
        let shares = rule.pays == .contributor ? paidShares : []
        let place = rule.pays == .ancestor ? payees.firstIndex(of: member) : shares.firstIndex { $0.member == member }
        return ExplainedEvent(
            id: earning.source.event,
            event: earning.event,
            at: earning.source.at,
            campaign: earning.campaign,
            group: earning.group,
            numbers: earning.content.numbers,
            words: earning.content.words,
            weights: shares.isEmpty ? nil : shares.map(\.weight),
            place: place.map { Int64($0 + 1) },
            level: earning.facts(of: member)?.level,
            customerType: earning.facts(of: member)?.customerType
        )
    }
}
