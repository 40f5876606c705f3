import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

// What most tests of this service begin with.

extension Harness where Service == RewardsService {
    @discardableResult
    func give(_ amount: Int64, to member: TestCaller, transfer: Transfer.ID? = nil) async throws -> Award {
        let reason = try Sentence(wire: "Thank you.")
        let award = AwardPoints(member: member.member, amount: try points(amount), reason: reason, transfer: transfer)
        return try await call(award, as: backend())
    }

    @discardableResult
    func charge(_ amount: Int64, from member: TestCaller, transfer: Transfer.ID? = nil) async throws -> Charge {
        let charge = ChargePoints(
            member: member.member,
            amount: try points(amount),
            reason: try Sentence(wire: "At the till."),
            transfer: transfer
        )
        return try await call(charge, as: backend())
    }

    @discardableResult
    func hold(
        _ amount: Int64,
        of member: TestCaller,
        until: Instant? = nil,
        transfer: Transfer.ID? = nil
    ) async throws -> Hold {
        let hold = HoldPoints(
            member: member.member,
            amount: try points(amount),
            reason: try Sentence(wire: "A ticket is reserved."),
            transfer: transfer,
            until: until
        )
        return try await call(hold, as: backend())
    }

    @discardableResult
    func reverse(_ transfer: Transfer.ID, _ amount: Int64? = nil) async throws -> Reversal {
        let reverse = ReverseTransfer(
            transfer: transfer,
            reason: try Sentence(wire: "It was a mistake."),
            amount: try amount.map(points)
        )
        return try await call(reverse, as: staff())
    }

    func balance(_ member: TestCaller, _ asset: Asset? = nil) async throws -> Balance {
        try await call(GetBalance(asset: asset), as: member)
    }

    func offer(
        price: Int64,
        stock: Int64? = nil,
        perMember: Int64? = nil,
        from: Instant? = nil,
        until: Instant? = nil
    ) async throws -> Offer {
        let offer = OfferReward(
            title: try Title(wire: "A mug"),
            kind: .physical,
            price: try points(price),
            stock: try stock.map(Quantity.init),
            perMember: try perMember.map(Quantity.init),
            from: from,
            until: until
        )
        return try await call(offer, as: staff())
    }

    @discardableResult
    func rule(
        _ key: String,
        _ event: EarningEvent,
        _ pays: Payee,
        _ amount: Int64,
        perDay: Int64? = nil,
        from: Instant? = nil,
        until: Instant? = nil,
        terms: RuleTerms? = nil
    ) async throws -> EarningRule {
        let rule = DefineRule(
            key: try RuleKey(wire: key),
            title: try Title(wire: key),
            event: event,
            pays: pays,
            amount: try points(amount),
            perDay: try perDay.map(Quantity.init),
            from: from,
            until: until,
            terms: terms
        )
        return try await call(rule, as: staff())
    }

    @discardableResult
    func redeem(_ offer: Offer, _ units: Int64 = 1, as member: TestCaller) async throws -> Receipt {
        try await call(RedeemReward(reward: offer.id, quantity: Quantity(wire: units)), as: member)
    }

    func available(_ member: TestCaller) async throws -> Int64 {
        try await call(GetBalance(), as: member).available.wire
    }

    /// Writes into the database past the service, as somebody could who owns it: what guards the journal goes first.
    func tamper(_ statements: SQL...) async throws { try await tamper(statements) }

    func tamper(_ statements: [SQL]) async throws {
        try await host.database.write { tx in
            for guardian in Journal.guards(on: tx.engine) { try tx.run(Statement(guardian.removal)) }
            for statement in statements { try tx.run(Statement(statement)) }
        }
    }

    func endWhatIsDue() async throws { try await RewardsService.endWhatIsDue(in: host.context()) }

    func expirePoints() async throws { try await RewardsService.expirePoints(in: host.context()) }

    /// Fails the test where a law of the ledger is broken, and names the law.
    func expectSound(_ location: SourceLocation = #_sourceLocation) async throws {
        let report = try await call(AuditLedger(), as: staff())
        let broken = report.findings.filter { $0.violations != .zero }
        #expect(broken.isEmpty, sourceLocation: location)
        #expect(report.isSound == broken.isEmpty, sourceLocation: location)
    }
}

func points(_ amount: Int64) throws -> PointAmount { try PointAmount(wire: amount) }
