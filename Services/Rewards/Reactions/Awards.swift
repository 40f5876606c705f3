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

    func settle(_ claim: Claim, by rule: EarningRule, for earning: Earning) throws {
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
        let grant = Grant(movement: movement, trace: work.trace)
        do { _ = try give([grant]) } catch Ledger.Obstacle.insufficient { throw SkipReason.budgetSpent }
    }
}

extension Awards {
    /// - Throws: ``Ledger/Taken``, ``Ledger/Obstacle``; then what was done has to be undone, for all of them.
    func give(_ grants: [Grant]) throws -> [Award] {
        let lifetime = work.service.settings.lifetime
        let balances = try Ledger(work).award(grants, lifetime: lifetime)
        return try zip(grants, balances).map { grant, balance in
            try Award(grant.movement, balance: balance, lifetime: lifetime)
        }
    }

    /// For callers who share a transaction: nil for one whose id is taken or whose account is stopped, who finds that out
    /// alone.
    func give(together grants: [Grant]) throws -> [Award?] {
        let usual = grants.count == 1 ? [0] : try usual(among: grants)
        var awards = [Award?](repeating: nil, count: grants.count)
        if usual.isEmpty { return awards }
        for (place, award) in zip(usual, try give(usual.map { grants[$0] })) { awards[place] = award }
        return awards
    }

    /// The places of those that nothing is known against.
    private func usual(among grants: [Grant]) throws -> [Int] {
        let ids = grants.filter(\.isChosen).map(\.movement.id)
        let accounts = Set(grants.flatMap { [$0.movement.credit, $0.movement.debit] })
        let known = try Known(ids, on: accounts, in: work)
        var taken = Set(known.transfers.keys)
        return grants.indices.filter { place in
            let movement = grants[place].movement
            return !known.isStopped(movement) && taken.insert(movement.id).inserted
        }
    }
}

extension Award {
    fileprivate init(_ movement: Movement, balance: Points, lifetime: Seconds) throws {
        guard let member = movement.credit.member else { throw Ledger.Broken() }
        self.init(
            transfer: movement.id,
            member: member,
            asset: movement.credit.asset,
            amount: movement.amount,
            balance: balance,
            pendingUntil: movement.dueAt,
            expiresAt: movement.dueAt == nil ? movement.at + lifetime : nil
        )
    }
}
