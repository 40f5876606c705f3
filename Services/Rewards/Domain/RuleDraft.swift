import Models
import RewardsAPI

extension DefineRule {
    /// The version that this call defines.
    /// - Parameters:
    ///   - id: the rule's id, the earlier one where the key is known.
    ///   - limit: what one award may give at most.
    ///   - now: before which no version begins.
    func rule(
        id: Rule.ID,
        version: RuleVersion,
        limit: PointAmount,
        at now: Instant
    ) throws(Refusal) -> EarningRule {
        let begin = max(from ?? now, now)
        guard event.payees.contains(pays) else { throw .payeeNotOfEvent }
        if let from, let until, until <= from { throw .periodEmpty }
        let terms = terms ?? RuleTerms()
        try check(terms.conditions ?? [])
        for multiplier in terms.multipliers ?? [] { try check(multiplier.conditions ?? []) }
        try check(terms.formula)
        try check(terms.multipliers ?? [], limit: limit)
        try check(terms.decay)
        if terms.groupPays == true, terms.budget != nil { throw .budgetAmbiguous }
        return EarningRule(
            id: id,
            key: key,
            version: version,
            title: title,
            event: event,
            pays: pays,
            amount: amount,
            perDay: perDay,
            from: begin,
            until: until.map { max($0, begin) },
            terms: terms
        )
    }

    private func check(_ conditions: [RuleCondition]) throws(Refusal) {
        guard conditions.count <= 20, conditions.allSatisfy(\.isComplete) else { throw .conditionInvalid }
        guard conditions.allSatisfy({ $0.fits(event.shape) }) else { throw .fieldNotOfEvent }
        if conditions.contradictEachOther { throw .neverMatches }
    }

    private func check(_ formula: AmountFormula?) throws(Refusal) {
        guard let formula else { return }
        let shape = event.shape
        for field in [formula.field, formula.perField].compactMap({ $0 }) where !shape.isOpen {
            guard shape.numbers.contains(field.wire) else { throw .fieldNotOfEvent }
        }
        if formula.per == 0 { throw .dividesByZero }
        guard (1...1_000_000).contains(formula.times ?? 1), (1...1_000_000_000).contains(formula.per ?? 1),
            formula.per == nil || formula.perField == nil, formula.least.map({ $0 <= amount }) ?? true
        else { throw .formulaInvalid }
    }

    private func check(_ decay: ChainDecay?) throws(Refusal) {
        guard let decay else { return }
        if decay.per == 0 { throw .dividesByZero }
        guard pays == .ancestor, (1...1000).contains(decay.times), (1...1000).contains(decay.per),
            decay.times <= decay.per,
            (1...6).contains(decay.levels)
        else { throw .formulaInvalid }
    }

    /// All multipliers could apply to one event, so together they must not exceed what an award may be.
    private func check(_ multipliers: [AwardMultiplier], limit: PointAmount) throws(Refusal) {
        guard multipliers.count <= 10 else { throw .formulaInvalid }
        var most = amount.wire
        for multiplier in multipliers {
            if multiplier.per == 0 { throw .dividesByZero }
            guard (1...1000).contains(multiplier.times), (1...1000).contains(multiplier.per ?? 1) else {
                throw .formulaInvalid
            }
            if let from = multiplier.from, let until = multiplier.until, until <= from { throw .periodEmpty }
            most = max(most, multiplier.applied(to: most))
        }
        guard most <= limit.wire else { throw .amountTooLarge }
    }
}
