import Models
import RewardsAPI

/// What the ledger should do, said as simply as possible and without a database: lots of a member as points by the
/// moment of their expiry.
///
/// Awards come at different moments, so that a moment stands for a lot; members give only to those behind them, so that
/// no lot comes back as another one with the same moment. Overdue points expire whenever their account is written to: a
/// clock that is set back afterwards does not bring them back.
struct LedgerModel {
    typealias Parts = [Instant: Int64]

    struct Account {
        /// What is open, by the moment of its expiry.
        var lots: Parts = [:]
        var held: Int64 = 0
        var pending: Int64 = 0
        var earned: Int64 = 0
        var owed: Int64 = 0

        func available(at now: Instant) -> Int64 { lots.reduce(0) { $0 + ($1.key > now ? $1.value : 0) } }
    }

    struct Hold {
        let member: Int
        let parts: Parts
        let until: Instant?
        var isOpen = true
        var amount: Int64 { parts.values.reduce(0, +) }
    }

    struct Payment {
        let member: Int
        var parts: Parts
        var left: Int64 { parts.values.reduce(0, +) }
    }

    struct Grant {
        let member: Int
        /// The moment at which its lot expires; nil while it is pending.
        let expiresAt: Instant?
        let dueAt: Instant?
        var left: Int64
        var isOpen = true
    }

    var accounts: [Account]
    let lifetime = Seconds.days(365)

    mutating func expire(_ member: Int, at now: Instant) {
        accounts[member].lots = accounts[member].lots.filter { $0.key > now }
    }

    mutating func award(_ amount: Int64, to member: Int, at now: Instant) -> Grant {
        accounts[member].lots[now + lifetime, default: 0] += amount
        accounts[member].earned += amount
        settle(member, at: now)
        return Grant(member: member, expiresAt: now + lifetime, dueAt: nil, left: amount)
    }

    private mutating func settle(_ member: Int, at now: Instant) {
        guard accounts[member].owed > 0 else { return }
        expire(member, at: now)
        let due = min(accounts[member].owed, accounts[member].available(at: now))
        _ = spend(due, by: member)
        accounts[member].owed -= due
    }

    /// Nil where there is not enough.
    mutating func take(_ amount: Int64, from member: Int, at now: Instant) -> Parts? {
        guard accounts[member].available(at: now) >= amount else { return nil }
        expire(member, at: now)
        return spend(amount, by: member)
    }

    private mutating func spend(_ amount: Int64, by member: Int) -> Parts {
        let lots = accounts[member].lots
        let parts = Self.fill(amount, from: lots, in: lots.keys.sorted())
        for (moment, part) in parts { accounts[member].lots[moment, default: 0] -= part }
        return parts
    }

    /// What was held is spent, and what is overdue expires.
    mutating func pay(_ amount: Int64, heldOf member: Int, at now: Instant) {
        accounts[member].held -= amount
        expire(member, at: now)
    }

    mutating func putBack(_ parts: Parts, to member: Int, at now: Instant) {
        for (moment, part) in parts { accounts[member].lots[moment, default: 0] += part }
        expire(member, at: now)
    }

    /// Of what was paid, the part that expires last comes back first.
    mutating func refund(_ amount: Int64, of payment: inout Payment, at now: Instant) {
        let back = Self.fill(amount, from: payment.parts, in: payment.parts.keys.sorted(by: >))
        for (moment, part) in back { payment.parts[moment, default: 0] -= part }
        putBack(back, to: payment.member, at: now)
    }

    mutating func takeBack(_ amount: Int64, of grant: inout Grant, at now: Instant) {
        grant.left -= amount
        let member = grant.member
        expire(member, at: now)
        guard let own = grant.expiresAt else { return accounts[member].pending -= amount }
        let there = min(amount, accounts[member].available(at: now))
        let fromOwn = min(there, accounts[member].lots[own, default: 0])
        accounts[member].lots[own, default: 0] -= fromOwn
        _ = spend(there - fromOwn, by: member)
        accounts[member].owed += amount - there
        accounts[member].earned -= amount
    }

    /// Points arrive with the dates that they have, and pay old debts.
    mutating func receive(_ parts: Parts, by member: Int, at now: Instant) {
        for (moment, part) in parts { accounts[member].lots[moment, default: 0] += part }
        settle(member, at: now)
    }

    /// What stands on the accounts, overdue and held points included.
    var outstanding: Int64 { accounts.reduce(0) { $0 + $1.held + $1.lots.values.reduce(0, +) } }

    private static func fill(_ amount: Int64, from lots: Parts, in order: [Instant]) -> Parts {
        var missing = amount
        var parts: Parts = [:]
        for moment in order where missing > 0 {
            let part = min(missing, lots[moment, default: 0])
            if part > 0 { parts[moment] = part }
            missing -= part
        }
        return parts
    }
}
