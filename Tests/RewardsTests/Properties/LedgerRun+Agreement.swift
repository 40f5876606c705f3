import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

extension LedgerRun {
    func expectBalance(of member: Int) async throws {
        let balance = try await host.call(GetBalance(), as: members[member])
        let account = model.accounts[member]
        try agree(balance.available.wire, account.available(at: now))
        try agree(balance.held.wire, account.held)
        try agree(balance.pending.wire, account.pending)
        try agree(balance.earned.wire, account.earned)
        try agree(balance.owed.wire, account.owed)
    }

    func expectAgreement() async throws {
        for member in members.indices { try await expectBalance(of: member) }
        let report = try await host.call(AuditLedger(), as: host.staff())
        try agree(report.findings.filter { $0.violations != .zero }.isEmpty)
        try agree(report.outstanding.wire, model.outstanding)
        let listed = try await host.call(ListOffers(), as: host.staff()).items
        for (offer, shelf) in zip(offers, shelves) {
            try agree(listed.first { $0.id == offer.id }?.left?.wire, shelf.left)
        }
        try await agree(host.parked().isEmpty)
    }

    /// Every page opens where the one before it, in time, closed; the first opens at nothing.
    func expectStatementsAddUp() async throws {
        for member in members {
            var request = GetStatement(limit: try PageLimit(wire: 50))
            var closing: Points?
            repeat {
                let page = try await host.call(request, as: member)
                try agree(page.closing == closing ?? page.closing)
                try agree(page.lines.reduce(page.opening.wire) { $0 + $1.amount.wire } == page.closing.wire)
                closing = page.opening
                request.after = page.next
            } while request.after != nil
            try agree(closing == .zero)
        }
    }

    /// Who reads every event from the beginning, and nothing else, knows what each member has, what is pending included.
    func expectEventsTellBalances() async throws {
        var known: [Member.ID: Int64] = [:]
        for event in try await host.published(PointsMoved.self) {
            guard let member = event.member else { continue }
            known[member, default: 0] += event.amount.wire * event.kind.sign
            if let receiver = event.receiver { known[receiver, default: 0] += event.amount.wire }
        }
        for (member, account) in zip(members, model.accounts) {
            let expected = account.lots.values.reduce(0, +) + account.held + account.pending
            try agree(known[member.member, default: 0] == expected)
        }
    }
}

extension TransferKind {
    /// What a movement does to what its member has.
    fileprivate var sign: Int64 {
        switch self {
        case .award, .refund: 1
        case .payment, .post, .expiry, .gift, .reversal, .settlement: -1
        case .hold, .void, .lapse, .release, .debt, .funding, .withdrawal, .payout, .payback: 0
        }
    }
}
