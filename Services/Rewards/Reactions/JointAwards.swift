import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Gives points for events that come one after another and leaves behind what ``Awards`` would have left for each in
/// turn. Rules are read once, events are kept together, and an event that earns nothing takes no statement of its own.
///
/// What depends on what was done for an event before it, an award from a budget or under several caps, a gift, an
/// invitation that qualifies, is done alone and in its place.
struct JointAwards {
    let work: Work<RewardsService>
    private let book: RuleBook
    private var pending: [Pending] = []
    private var notes: [Statement] = []

    private struct Pending {
        let grant: Grant
        let rule: EarningRule
        let member: Member.ID
        let earning: Earning
        let cap: Cap?
    }

    static func follow(_ followed: [FollowedEarning], in work: Work<RewardsService>) throws {
        let book = try work.transaction.ruleBook(for: followed.map(\.earning))
        var awards = JointAwards(work: work, book: book)
        var usual: [FollowedEarning] = []
        for one in followed {
            if book.isUsual(one.earning) {
                usual.append(one)
            } else {
                try awards.pay(for: usual)
                usual = []
                work.trace = one.trace
                try Awards(work).follow(one.earning, at: one.position)
            }
        }
        try awards.pay(for: usual)
    }

    private init(work: Work<RewardsService>, book: RuleBook) { (self.work, self.book) = (work, book) }

    private mutating func pay(for followed: [FollowedEarning]) throws {
        var fresh = try keep(followed)
        for one in followed {
            // Of two of the same id the second is not fresh.
            guard let isAwaited = fresh.removeValue(forKey: one.earning.source.event) else { continue }
            for rule in book.inForce(for: one.earning) {
                for claim in rule.claims(for: one.earning).sorted(by: { $0.member < $1.member }) {
                    try settle(claim, by: rule, for: one)
                }
            }
            guard isAwaited else { continue }
            try flush()
            work.trace = one.trace
            try Referrals(work).follow(one.earning, isAwaited: true)
        }
        try flush()
    }

    /// Those that were not known, with whether the one who contributed is awaited.
    private func keep(_ followed: [FollowedEarning]) throws -> [Occurrence.ID: Bool] {
        let queries = try followed.inBatches().map { try EarningEventTable.keep($0) }
        let rows = try zip(queries, work.transaction.run(together: queries.map(\.sql))).flatMap { try $1.all($0) }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.id, $0.isAwaited) })
    }

    private mutating func settle(_ claim: Claim, by rule: EarningRule, for one: FollowedEarning) throws {
        guard case .pays(let member, let amount) = claim else {
            if case .nothing(let member, let reason) = claim { note(reason, member, rule, one.earning) }
            return
        }
        let caps = rule.caps(for: one.earning)
        if caps.count > 1 || rule.budget(for: one.earning) != nil {
            try flush()
            work.trace = one.trace
            return try Awards(work).settle(claim, by: rule, for: one.earning)
        }
        let id = work.id(Transfer.self)
        let movement = Movement.award(amount, by: rule, to: member, for: one.earning, id: id, at: work.now)
        let grant = Grant(movement: movement, trace: one.trace)
        pending.append(Pending(grant: grant, rule: rule, member: member, earning: one.earning, cap: caps.first))
    }

    private mutating func note(_ reason: SkipReason, _ member: Member.ID, _ rule: EarningRule, _ earning: Earning) {
        notes.append(SkipTable.insert(rule, member, reason, for: earning.source.event, at: work.now))
    }

    /// Makes what was put off.
    private mutating func flush() throws {
        let uses = pending.map { award in award.cap.map { AllowanceTable.use($0, of: award.rule.id, by: award.member) }
        }
        var counted = try work.transaction.run(together: uses.compactMap { $0?.sql }).makeIterator()
        var grants: [Grant] = []
        for award in pending {
            if let cap = award.cap, counted.next()?.changed != 1 {
                note(cap.reason, award.member, award.rule, award.earning)
            } else {
                grants.append(award.grant)
            }
        }
        if !grants.isEmpty { _ = try Awards(work).give(grants) }
        try work.transaction.run(each: notes)
        (pending, notes) = ([], [])
    }
}
