import Models
import RewardsAPI
import TypedSQL

extension Explainer {
    /// What a transfer moved, and by which rule.
    func award(_ row: JournalRow) throws -> Explanation {
        let amount = row.transfer.amount.wire
        guard
            let rule = try row.rule.flatMap({ id in try row.version.flatMap { try tx.first(RuleTable.find(id, $0)) } }),
            let member = row.credit?.member,
            let earning = try row.source.flatMap({ try tx.first(EarningEventTable.find($0)) })
        else { return try movement(row) }
        let steps = AwardSteps(rule: rule, earning: earning, member: member)
        guard let arithmetic = try steps.steps() else { throw Ledger.Broken() }
        var explanation = Explanation(
            .award,
            of: member,
            at: now,
            asset: row.asset,
            steps: try arithmetic.agreeing(with: amount)
        )
        explanation.rule = rule
        explanation.event = steps.event
        explanation.transfer = row.transfer
        return explanation
    }

    /// What was moved by hand, or follows from another transfer, has no arithmetic of its own.
    private func movement(_ row: JournalRow) throws -> Explanation {
        var arithmetic = Arithmetic()
        let earlier = row.transfer.reverses ?? row.transfer.ends
        try arithmetic.add(.moved, .sum, [StepOperand(row.transfer.amount.wire, transfer: earlier)])
        var explanation = Explanation(
            .award,
            of: row.members.first,
            at: now,
            asset: row.asset,
            steps: arithmetic.steps
        )
        explanation.transfer = row.transfer
        return explanation
    }

    func refusal(_ row: JournalRow, _ refused: RefusedTransfer?) throws -> Explanation {
        var arithmetic = Arithmetic()
        if let bound = refused?.bound {
            let amounts = [StepOperand(row.transfer.amount.wire), StepOperand(bound.wire)]
            try arithmetic.add(.shortfall, .difference, amounts)
        }
        var explanation = Explanation(
            .refusal,
            of: refused?.account?.member,
            at: now,
            asset: row.asset,
            steps: arithmetic.steps
        )
        explanation.transfer = row.transfer
        return explanation
    }
}
