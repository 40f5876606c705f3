import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Gives points for an event by every rule that was in force when it happened.
///
/// The follower already applies an event once. That a rule pays a member once for it is nevertheless also kept here, by
/// what the journal says: a follower that starts again from zero, or an event that was parked and is retried, pays
/// nobody twice. All that decides is taken from the moment of the event, so reading it later decides the same.
struct Awards {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func follow(_ event: EarningEvent, _ occasion: Occasion, _ people: [Payee: Member.ID?]) throws {
        let source = Movement.Source(event: occasion.id, at: occasion.at)
        let earning = Earning(event: event, people: people.compactMapValues { $0 }, source: source)
        try Gifts(work).follow(earning)
        for rule in try work.all(RuleTable.inForce(for: event, at: occasion.at)) {
            if let member = rule.payee(of: earning) { try give(by: rule, to: member, for: source) }
        }
    }

    /// The day's allowance is taken first; a race for the same award fails at the unique index of the journal, and then
    /// nothing of this transaction remains.
    private func give(by rule: EarningRule, to member: Member.ID, for source: Movement.Source) throws {
        if try work.one(TransferTable.wasPaid(rule.id, to: .member(member, .points), for: source.event)) { return }
        if let limit = rule.perDay {
            let use = AllowanceTable.use(of: rule.id, limit: limit.wire, by: member, on: source.at.day)
            guard try work.run(use) == 1 else { return }
        }
        let movement = Movement.award(by: rule, to: member, for: source, id: work.id(Transfer.self), at: work.now)
        _ = try give(movement)
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
