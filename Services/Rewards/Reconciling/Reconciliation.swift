import Contract
import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Compares a part of a log with what was awarded.
struct Reconciliation {
    let tx: Transaction
    /// Every version of every rule.
    let rules: [EarningRule]
    let service: String
    let now: Instant

    /// What is wrong between two positions of a log, or of what backends told.
    /// - Parameters:
    ///   - earnings: what the log tells there.
    ///   - kept: what was followed there.
    func gaps(_ earnings: [Earning], kept: [Occurrence.ID]) throws -> [ReconciliationGap] {
        let told = Set(earnings.map(\.source.event))
        let strangers = kept.filter { !told.contains($0) }
        let unsourced = try strangers.isEmpty ? [] : tx.all(ReconciledEvents.awards(for: strangers))
        return try unpaid(earnings) + unsourced.map { gap($0.0, $0.1, $0.2) }
    }

    func gap(_ award: Decision, _ transfer: Transfer.ID, _ amount: PointAmount) -> ReconciliationGap {
        gap(.unsourced, award, amount, transfer)
    }

    private func unpaid(_ earnings: [Earning]) throws -> [ReconciliationGap] {
        let expected = try earnings.flatMap { earning in
            let rules = rules.inForce(for: earning.event, at: earning.source.at)
            let earning = rules.contains(where: \.asksForFacts) ? try tx.withKeptFacts(earning) : earning
            return rules.flatMap { rule in
                rule.claims(for: earning).compactMap { claim -> (Decision, PointAmount)? in
                    guard case .pays(let member, let amount) = claim else { return nil }
                    return (Decision(event: earning.source.event, rule: rule.id, member: member), amount)
                }
            }
        }
        guard !expected.isEmpty else { return [] }
        let decided = Set(try tx.all(ReconciledEvents.decisions(for: Array(Set(expected.map(\.0.event))))))
        return expected.filter { !decided.contains($0.0) }.map { gap(.unpaid, $0.0, $0.1, nil) }
    }

    private func gap(_ kind: GapKind, _ decision: Decision, _ amount: PointAmount, _ transfer: Transfer.ID?)
        -> ReconciliationGap
    {
        ReconciliationGap(
            kind: kind,
            service: service,
            event: decision.event,
            rule: decision.rule,
            member: decision.member,
            amount: amount,
            transfer: transfer,
            foundAt: now
        )
    }
}

extension [EarningRule] {
    /// Of each rule the latest version that had begun, where it is for such events.
    func inForce(for event: EarningEvent, at moment: Instant) -> [EarningRule] {
        let begun = Dictionary(grouping: filter { $0.from <= moment }, by: \.id)
        return begun.values.compactMap { $0.max { $0.version < $1.version } }.filter { $0.event == event }
    }
}
