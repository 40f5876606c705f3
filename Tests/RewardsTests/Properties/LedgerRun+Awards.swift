import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

extension LedgerRun {
    mutating func award(to member: Int, pending: Seconds?) async throws {
        tick()
        let amount = Int64.random(in: 1...60, using: &generator)
        let id = fresh()
        let award = AwardPoints(
            member: members[member].member,
            amount: try points(amount),
            reason: try Sentence(wire: "Thank you."),
            transfer: id,
            pending: pending
        )
        _ = try await host.call(award, as: host.backend())
        if let pending {
            model.accounts[member].pending += amount
            grants[id] = .init(member: member, expiresAt: nil, dueAt: now + pending, left: amount)
        } else {
            grants[id] = model.award(amount, to: member, at: now)
            given.append((id, member, amount))
        }
    }

    /// The same id with the same payload changes nothing; with another one it is refused.
    mutating func repeatAward() async throws {
        guard let (id, member, amount) = given.randomElement(using: &generator) else { return }
        let again = try await host.give(amount, to: members[member], transfer: id)
        try agree(again.amount.wire == amount)
        try await refuses(AwardPoints.Refusal.transferDiffers) {
            try await host.give(amount + 1, to: members[member], transfer: id)
        }
    }

    mutating func event(by member: Int) async throws {
        tick()
        let id = Occurrence.ID(at: now, entropy: UInt128(generator.next()))
        told.append((id, now, member))
        try await tell(told[told.count - 1])
        _ = model.award(3, to: member, at: now)
    }

    /// An event that was applied before comes again, as from a follower that was set back.
    mutating func replay() async throws {
        if let earlier = told.randomElement(using: &generator) { try await tell(earlier) }
    }

    private mutating func tell(_ occasion: (id: Occurrence.ID, at: Instant, member: Int)) async throws {
        position += 1
        let idea = IdeaSubmitted(idea: .example, campaign: .example, author: members[occasion.member].member)
        let record = EventRecord(
            position: position,
            id: occasion.id.wire,
            name: IdeaSubmitted.name,
            at: occasion.at.wire,
            trace: nil,
            data: try JSONValue(encoding: idea)
        )
        try await host.host.apply([record], from: IdeasInterface.service)
    }

    /// Takes back a part of an award, all that is left of it, or more, which is refused.
    mutating func takeBack() async throws {
        let order = grants.keys.sorted()
        guard let id = order.randomElement(using: &generator), var grant = grants[id], grant.isOpen else { return }
        let amount = Int64.random(in: 1...max(1, grant.left + 5), using: &generator)
        guard amount <= grant.left else {
            try await refuses(ReverseTransfer.Refusal.alreadyReversed) { try await host.reverse(id, amount) }
            return
        }
        let owed = model.accounts[grant.member].owed
        model.takeBack(amount, of: &grant, at: now)
        grants[id] = grant
        let reversal = try await host.reverse(id, amount)
        try agree(reversal.owed.wire == model.accounts[grant.member].owed - owed)
        if reversal.owed > .zero { settled += 1 }
        try await expectBalance(of: grant.member)
    }

    mutating func expire() async throws {
        try await host.expirePoints()
        for member in members.indices { model.expire(member, at: now) }
    }

    /// What is due ends in the order of its time; the points of awards come at the same moment, and so their lots are
    /// not told apart and not taken back later.
    mutating func endDue() async throws {
        tick()
        try await host.endWhatIsDue()
        let open = holds.compactMap { id, hold in hold.isOpen ? hold.until.map { ($0, id) } : nil }
        let pending = grants.compactMap { id, grant in grant.isOpen ? grant.dueAt.map { ($0, id) } : nil }
        for (due, id) in (open + pending).sorted(by: <) where due <= now {
            if let hold = holds[id] { free(id, hold) } else { release(id) }
        }
        tick()
    }

    private mutating func release(_ id: Transfer.ID) {
        guard let grant = grants[id] else { return }
        grants[id]?.isOpen = false
        guard grant.left > 0 else { return }
        model.accounts[grant.member].pending -= grant.left
        _ = model.award(grant.left, to: grant.member, at: now)
    }
}
