import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Gives points for an event by every rule that was in force when it happened.
///
/// Each event is kept when it is met first, and what was kept before pays nobody: a follower that starts again from zero,
/// an event that was parked and is retried, a call that is repeated. All that decides but the budget is taken from the
/// moment of the event, so reading it later decides the same.
struct Awards {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func follow(_ earning: Earning, at position: LogPosition) throws {
        let rules = try work.all(RuleTable.inForce(for: earning.event, at: earning.source.at))
        let earning = rules.contains(where: \.asksForFacts) ? try work.transaction.withFacts(earning) : earning
        guard let isAwaited = try work.first(EarningEventTable.keep(earning, position: position)) else { return }
        try Gifts(work).follow(earning)
        try pay(for: earning, by: rules)
        try Referrals(work).follow(earning, isAwaited: isAwaited)
    }

    private func pay(for earning: Earning, by rules: [EarningRule]) throws {
        for rule in rules {
            for claim in rule.claims(for: earning).sorted(by: { $0.member < $1.member }) {
                try settle(claim, by: rule, for: earning)
            }
        }
    }

    private func settle(_ claim: Claim, by rule: EarningRule, for earning: Earning) throws {
        switch claim {
        case .nothing(let member, let reason): try note(reason, member, rule, earning)
        case .pays(let member, let amount):
            do {
                try give(amount, to: member, by: rule, for: earning)
            } catch let reason as SkipReason {
                try note(reason, member, rule, earning)
            }
        }
    }

    private func note(_ reason: SkipReason, _ member: Member.ID, _ rule: EarningRule, _ earning: Earning) throws {
        try work.run(SkipTable.insert(rule, member, reason, for: earning.source.event, at: work.now))
    }

    /// Either all caps count the award and it is made, or nothing of it remains. A single cap needs no savepoint for
    /// that, because it fails before anything has changed.
    private func give(_ amount: PointAmount, to member: Member.ID, by rule: EarningRule, for earning: Earning) throws {
        let caps = rule.caps(for: earning)
        let id = work.id(Transfer.self)
        let movement = Movement.award(amount, by: rule, to: member, for: earning, id: id, at: work.now)
        if caps.count < 2, movement.debit.kind != .budget {
            return try give(movement, within: caps, of: rule.id, to: member)
        }
        try work.transaction.savepoint { try give(movement, within: caps, of: rule.id, to: member) }
    }

    /// A race for the same award fails at the unique index of the journal, and then nothing of the transaction remains.
    private func give(_ movement: Movement, within caps: [Cap], of rule: Rule.ID, to member: Member.ID) throws {
        for cap in caps {
            guard try work.run(AllowanceTable.use(cap, of: rule, by: member)) == 1 else { throw cap.reason }
        }
        if movement.debit.kind == .budget { try work.run(AccountTable.open(movement.debit)) }
        do { _ = try give(movement) } catch Ledger.Obstacle.insufficient { throw SkipReason.budgetSpent }
    }

    /// - Returns: nil where the id of the movement is taken.
    func give(_ movement: Movement) throws -> Award? {
        let expiresAt = work.now + work.service.settings.lifetime
        guard let member = movement.member,
            let after = try Ledger(work).award(movement, expiresAt: expiresAt)
        else { return nil }
        return Award(
            transfer: movement.id,
            member: member,
            asset: movement.credit.asset,
            amount: movement.amount,
            balance: after.balance,
            pendingUntil: movement.dueAt,
            expiresAt: movement.dueAt == nil ? expiresAt : nil
        )
    }
}
