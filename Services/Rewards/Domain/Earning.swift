import Models
import RewardsAPI

/// What a rule says of one member and one event.
enum Claim: Hashable, Sendable {
    case pays(Member.ID, PointAmount)
    case nothing(Member.ID, SkipReason)

    var member: Member.ID {
        switch self {
        case .pays(let member, _), .nothing(let member, _): member
        }
    }
}

extension EarningRule {
    /// What the rule gives for an event, by member; nobody gets anything where it was not in force or a condition is
    /// not met.
    ///
    /// That no later version was in force when the event happened is for the caller to see to, and so are caps and
    /// budget.
    func claims(for earning: Earning) -> [Claim] {
        guard event == earning.event, isInForce(at: earning.source.at) else { return [] }
        if terms.groupPays == true, earning.group == nil { return [] }
        if pays == .contributor { return shared(earning) }
        if pays == .ancestor { return decaying(earning) }
        guard let member = earning[pays], isMet(by: earning, for: member) else { return [] }
        return [claim(amount(for: earning, member: member), for: member)]
    }

    private func isInForce(at moment: Instant) -> Bool { from <= moment && until.map { moment < $0 } ?? true }

    private func isMet(by earning: Earning, for member: Member.ID) -> Bool {
        (terms.conditions ?? []).allSatisfy { $0.isMet(by: earning, for: member) }
    }

    private func shared(_ earning: Earning) -> [Claim] {
        let shares = (earning.content.shares ?? []).filter { isMet(by: earning, for: $0.member) }
        guard let first = shares.first else { return [] }
        switch amount(for: earning, member: first.member) {
        case .failure(let reason): return shares.map { .nothing($0.member, reason) }
        case .success(let total):
            return LargestRemainder.parts(of: total, by: shares.map { ($0.member.wire, $0.weight.wire) })
                .enumerated().map { claim(.success($1), for: shares[$0].member) }
        }
    }

    private func decaying(_ earning: Earning) -> [Claim] {
        let chain = (earning.content.chain ?? []).prefix(Int(terms.decay?.levels ?? 1))
        guard let inviter = chain.first else { return [] }
        guard case .success(var amount) = amount(for: earning, member: inviter) else {
            return [claim(self.amount(for: earning, member: inviter), for: inviter)]
        }
        var claims: [Claim] = []
        for member in chain where amount > 0 {
            if isMet(by: earning, for: member) { claims.append(claim(.success(amount), for: member)) }
            amount = terms.decay.map { amount * $0.times / $0.per } ?? 0
        }
        return claims
    }

    private func claim(_ amount: Result<Int64, SkipReason>, for member: Member.ID) -> Claim {
        switch amount {
        case .failure(let reason): .nothing(member, reason)
        case .success(let number):
            if let amount = try? PointAmount(wire: number) {
                .pays(member, amount)
            } else {
                .nothing(member, .nothingDue)
            }
        }
    }

    /// The multipliers' conditions on the member are those of the first who is paid, where several divide it.
    private func amount(for earning: Earning, member: Member.ID) -> Result<Int64, SkipReason> {
        let base = terms.formula?.value(for: earning, most: amount) ?? .success(amount.wire)
        return base.map { base in
            (terms.multipliers ?? []).filter { $0.applies(to: earning, for: member) }.reduce(base) {
                $1.applied(to: $0)
            }
        }
    }

    /// Where the award comes from, if not from the house.
    func budget(for earning: Earning) -> AccountID? {
        let key = terms.groupPays == true ? earning.group.map(BudgetKey.init) : terms.budget
        return key.map { .budget($0, terms.asset ?? .points) }
    }
}

extension SkipReason: Error {}

extension AmountFormula {
    func value(for earning: Earning, most: PointAmount) -> Result<Int64, SkipReason> {
        let numbers = earning.content.numbers ?? [:]
        guard let number = numbers[field.wire] else { return .failure(.fieldMissing) }
        var divisor = per ?? 1
        if let perField {
            guard let other = numbers[perField.wire] else { return .failure(.fieldMissing) }
            divisor = other
        }
        guard divisor != 0 else { return .failure(.dividedByZero) }
        let value = floorDivide(Int128(number) * Int128(times ?? 1), Int128(divisor))
        let amount = min(max(value, Int128(least?.wire ?? 0)), Int128(most.wire))
        return amount > 0 ? .success(Int64(amount)) : .failure(.nothingDue)
    }
}

extension AwardMultiplier {
    func applies(to earning: Earning, for member: Member.ID) -> Bool {
        if let from, earning.source.at < from { return false }
        if let until, earning.source.at >= until { return false }
        return (conditions ?? []).allSatisfy { $0.isMet(by: earning, for: member) }
    }

    /// What is more than an amount can be is cut; a rule whose multipliers could come to that is refused before.
    func applied(to amount: Int64) -> Int64 {
        let product = floorDivide(Int128(amount) * Int128(times), Int128(per ?? 1))
        return Int64(min(product, Int128(Points.range.upperBound)))
    }
}
