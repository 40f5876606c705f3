import Models
import RewardsAPI

/// What the ledger should do, said as simply as possible and without a database: lots of a member as points by the
/// moment of their expiry.
struct LedgerModel {
    struct Account {
        var lots: [Instant: Int64] = [:]
        var earned: Int64 = 0
        var pending: Int64 = 0

        func available(at now: Instant) -> Int64 { lots.reduce(0) { $0 + ($1.key > now ? $1.value : 0) } }
    }

    struct Order {
        let member: Int
        let reward: Int
        let units: Int64
        let paid: Int64
        let parts: [Instant: Int64]
        var isOpen = true
    }

    struct Shelf {
        let price: Int64
        var left: Int64
        let perMember: Int64
        var taken: [Int: Int64] = [:]
    }

    var accounts: [Account]
    var shelves: [Shelf]
    var orders: [Order] = []
    var handed: [UInt128: (member: Int, amount: Int64)] = [:]
    var followed: Set<Int> = []
    let lifetime = Seconds.days(365)

    mutating func award(_ amount: Int64, to member: Int, at now: Instant) {
        accounts[member].lots[now + lifetime, default: 0] += amount
        accounts[member].earned += amount
    }

    /// - Returns: why not, where it is refused.
    mutating func redeem(_ units: Int64, of reward: Int, by member: Int, at now: Instant) -> RedeemReward.Refusal? {
        let cost = shelves[reward].price * units
        let taken = shelves[reward].taken[member, default: 0]
        if shelves[reward].left < units { return .outOfStock }
        if taken + units > shelves[reward].perMember { return .limitReached }
        if accounts[member].available(at: now) < cost { return .insufficientPoints }
        expire(member, at: now)
        let parts = spend(cost, by: member)
        shelves[reward].left -= units
        shelves[reward].taken[member] = taken + units
        accounts[member].pending += cost
        orders.append(Order(member: member, reward: reward, units: units, paid: cost, parts: parts))
        return nil
    }

    private mutating func spend(_ cost: Int64, by member: Int) -> [Instant: Int64] {
        var missing = cost
        var parts: [Instant: Int64] = [:]
        for moment in accounts[member].lots.keys.sorted() where missing > 0 {
            let part = min(missing, accounts[member].lots[moment, default: 0])
            accounts[member].lots[moment, default: 0] -= part
            parts[moment] = part
            missing -= part
        }
        return parts
    }

    /// - Returns: whether it was open.
    mutating func close(_ order: Int, _ outcome: FulfilmentOutcome) -> Bool {
        guard orders[order].isOpen else { return false }
        orders[order].isOpen = false
        let closed = orders[order]
        accounts[closed.member].pending -= closed.paid
        guard outcome == .cancelled else { return true }
        for (moment, part) in closed.parts { accounts[closed.member].lots[moment, default: 0] += part }
        shelves[closed.reward].left += closed.units
        shelves[closed.reward].taken[closed.member, default: 0] -= closed.units
        return true
    }

    mutating func expire(_ member: Int, at now: Instant) {
        accounts[member].lots = accounts[member].lots.filter { $0.key > now }
    }

    /// What stands on the accounts, overdue points included.
    var outstanding: Int64 { accounts.reduce(0) { $0 + $1.lots.values.reduce(0, +) } }
}
