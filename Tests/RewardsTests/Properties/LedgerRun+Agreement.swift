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
        #expect(balance.available.wire == account.available(at: now))
        #expect(balance.held.wire == account.held)
        #expect(balance.pending.wire == account.pending)
        #expect(balance.earned.wire == account.earned)
        #expect(balance.owed.wire == account.owed)
    }

    func expectAgreement() async throws {
        for member in members.indices { try await expectBalance(of: member) }
        let report = try await host.call(AuditLedger(), as: host.staff())
        #expect(report.findings.filter { $0.violations != .zero }.isEmpty)
        #expect(report.outstanding.wire == model.outstanding)
        let listed = try await host.call(ListOffers(), as: host.staff()).items
        for (offer, shelf) in zip(offers, shelves) {
            #expect(listed.first { $0.id == offer.id }?.left?.wire == shelf.left)
        }
        #expect(try await host.parked().isEmpty)
    }

    /// Every page opens where the one before it, in time, closed; the first opens at nothing.
    func expectStatementsAddUp() async throws {
        for member in members {
            var request = GetStatement(limit: try PageLimit(wire: 50))
            var closing: Points?
            repeat {
                let page = try await host.call(request, as: member)
                #expect(page.closing == closing ?? page.closing)
                #expect(page.lines.reduce(page.opening.wire) { $0 + $1.amount.wire } == page.closing.wire)
                closing = page.opening
                request.after = page.next
            } while request.after != nil
            #expect(closing == .zero)
        }
    }
}
