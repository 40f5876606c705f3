import Models
import RewardsAPI
import TypedSQL

extension Explainer {
    /// Why a rule paid a member nothing for an event.
    func unpaid(_ rule: EarningRule, _ earning: Earning, _ member: Member.ID) throws -> Explanation {
        let steps = AwardSteps(rule: rule, earning: earning, member: member)
        var explanation = Explanation(.unpaid, of: member, at: now, asset: rule.terms.asset ?? .points)
        explanation.rule = rule
        explanation.event = steps.event
        if let paid = try tx.first(TransferTable.award(by: rule.id, to: member, for: earning.source.event)) {
            explanation.unpaid = .paid
            explanation.transfer = try tx.one(TransferTable.row(paid)).transfer
        } else if let note = try tx.first(SkipTable.find(rule.id, member, for: earning.source.event)) {
            explanation.unpaid = UnpaidReason(rawValue: note.reason.rawValue)
            explanation.steps = try left(note, rule, earning, member, steps)
            explanation.result = explanation.steps.last?.result
        } else {
            (explanation.unpaid, explanation.condition) = rule.silence(on: earning, for: member)
        }
        return explanation
    }

    /// What a cap or a budget had left.
    private func left(
        _ note: SkippedNote,
        _ rule: EarningRule,
        _ earning: Earning,
        _ member: Member.ID,
        _ steps: AwardSteps
    ) throws -> [ArithmeticStep] {
        guard var arithmetic = try steps.steps(), let amount = arithmetic.steps.last else { return [] }
        if let cap = rule.caps(for: earning).first(where: { $0.reason == note.reason }) {
            let used = try tx.first(AllowanceTable.used(cap, of: rule.id, by: member)) ?? 0
            try arithmetic.add(.left, .difference, [StepOperand(cap.limit), StepOperand(used)])
        } else if note.reason == .budgetSpent, let budget = rule.budget(for: earning) {
            let had = try tx.first(EntryTable.balance(on: budget, at: note.at)) ?? .zero
            let asked = StepOperand(amount.result, step: Int64(arithmetic.steps.count))
            try arithmetic.add(.left, .difference, [StepOperand(had.wire), asked])
        }
        return arithmetic.steps
    }
}

extension EarningRule {
    /// Why nothing was even tried: no award and no note of one.
    fileprivate func silence(on earning: Earning, for member: Member.ID) -> (UnpaidReason, RuleCondition?) {
        let isOver = until.map { earning.source.at >= $0 } ?? false
        guard event == earning.event, from <= earning.source.at, !isOver else { return (.notInForce, nil) }
        if terms.groupPays == true, earning.group == nil { return (.noGroup, nil) }
        guard payees(of: earning).contains(member) else { return (.notPaidByIt, nil) }
        let unmet = (terms.conditions ?? []).first { !$0.isMet(by: earning, for: member) }
        return unmet.map { (.conditionUnmet, $0) } ?? (.missed, nil)
    }

    private func payees(of earning: Earning) -> [Member.ID] {
        switch pays {
        case .contributor: (earning.content.shares ?? []).map(\.member)
        case .ancestor: Array((earning.content.chain ?? []).prefix(Int(terms.decay?.levels ?? 1)))
        default: [earning[pays]].compactMap(\.self)
        }
    }
}
