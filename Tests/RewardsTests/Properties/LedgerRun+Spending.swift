import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

extension LedgerRun {
    mutating func charge(_ member: Int) async throws {
        let (id, amount) = (fresh(), Int64.random(in: 1...80, using: &generator))
        let parts = model.take(amount, from: member, at: now)
        var balance: Int64?
        do {
            balance = try await host.charge(amount, from: members[member], transfer: id).balance.wire
            payments[id] = parts.map { .init(member: member, parts: $0) }
        } catch let refusal as ChargePoints.Refusal {
            try agree(refusal == .insufficientPoints)
            refused += 1
        }
        try agree((balance == nil) == (parts == nil))
        charged.append((id, member, amount, balance))
    }

    /// The same id has the same answer for ever, a refusal too.
    mutating func repeatCharge() async throws {
        guard let (id, member, amount, balance) = charged.randomElement(using: &generator) else { return }
        do {
            try await agree(host.charge(amount, from: members[member], transfer: id).balance.wire == balance)
        } catch let refusal as ChargePoints.Refusal {
            try agree(refusal == .insufficientPoints)
            try agree(balance == nil)
        }
        try await refuses(ChargePoints.Refusal.transferDiffers) {
            try await host.charge(amount + 1, from: members[member], transfer: id)
        }
    }

    mutating func refund() async throws {
        let order = payments.keys.sorted()
        guard let id = order.randomElement(using: &generator), var payment = payments[id] else { return }
        let amount = Int64.random(in: 1...max(1, payment.left + 3), using: &generator)
        guard amount <= payment.left else {
            try await refuses(ReverseTransfer.Refusal.alreadyReversed) { try await host.reverse(id, amount) }
            return
        }
        model.refund(amount, of: &payment, at: now)
        payments[id] = payment
        try await host.reverse(id, amount)
        try await expectBalance(of: payment.member)
    }

    mutating func hold(of member: Int) async throws {
        let amount = Int64.random(in: 1...40, using: &generator)
        let until = Bool.random(using: &generator) ? now + .days(.random(in: 1...90, using: &generator)) : nil
        let parts = model.take(amount, from: member, at: now)
        do {
            let hold = try await host.hold(amount, of: members[member], until: until)
            holds[hold.transfer] = parts.map { .init(member: member, parts: $0, until: until) }
            model.accounts[member].held += amount
            try agree(parts != nil)
        } catch let refusal as HoldPoints.Refusal {
            try agree(refusal == .insufficientPoints)
            try agree(parts == nil)
        }
    }

    mutating func post() async throws {
        guard let (id, hold) = anyHold() else { return }
        let amount = Int64.random(in: 1...hold.amount, using: &generator)
        let post = PostHold(hold: id, amount: try points(amount))
        guard hold.isOpen else {
            try await refuses(PostHold.Refusal.holdEnded) { try await host.call(post, as: host.backend()) }
            return
        }
        let end = try await host.call(post, as: host.backend())
        var payment = LedgerModel.Payment(member: hold.member, parts: hold.parts)
        holds[id]?.isOpen = false
        model.accounts[hold.member].held -= hold.amount
        model.refund(hold.amount - amount, of: &payment, at: now)
        payments[end.transfer] = payment
        try await expectBalance(of: hold.member)
    }

    mutating func void() async throws {
        guard let (id, hold) = anyHold() else { return }
        guard hold.isOpen else {
            try await refuses(VoidHold.Refusal.holdEnded) {
                try await host.call(VoidHold(hold: id), as: host.backend())
            }
            return
        }
        _ = try await host.call(VoidHold(hold: id), as: host.backend())
        free(id, hold)
        try await expectBalance(of: hold.member)
    }

    mutating func free(_ id: Transfer.ID, _ hold: LedgerModel.Hold) {
        holds[id]?.isOpen = false
        model.accounts[hold.member].held -= hold.amount
        model.putBack(hold.parts, to: hold.member, at: now)
    }

    private mutating func anyHold() -> (Transfer.ID, LedgerModel.Hold)? {
        let order = holds.keys.sorted()
        return order.randomElement(using: &generator).flatMap { id in holds[id].map { (id, $0) } }
    }

    /// Only to those behind, see ``LedgerModel``.
    mutating func give(from giver: Int) async throws {
        guard giver + 1 < members.count else { return }
        let receiver = Int.random(in: giver + 1..<members.count, using: &generator)
        guard !given.filter({ $0.member == receiver }).isEmpty else { return }
        let amount = Int64.random(in: 1...30, using: &generator)
        let parts = model.take(amount, from: giver, at: now)
        let gift = GivePoints(to: members[receiver].member, amount: try points(amount), reason: .example)
        do {
            _ = try await host.call(gift, as: members[giver])
            if let parts { model.receive(parts, by: receiver, at: now) }
            try agree(parts != nil)
        } catch let refusal as GivePoints.Refusal {
            try agree(refusal == .insufficientPoints)
            try agree(parts == nil)
        }
        try await expectBalance(of: receiver)
    }
}
