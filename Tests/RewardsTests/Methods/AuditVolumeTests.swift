import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// An audit of one member's thousands of lots is done within the deadline of its call.
///
/// It takes a fraction of a second. As a join of the lots with themselves it took nine seconds for 600 lots and ten times
/// that for twice as many.
@Test func auditOfManyLotsOfOneMemberEndsInTime() async throws {
    try await Harness<RewardsService>.run(on: .sqlite) { host in
        try await host.fill(lots: 2000, of: host.member("Ines"))
        print(
            "audit of 2,000 lots of one member: \(try await ContinuousClock().measure { try await host.expectSound() })"
        )
    }
}

extension Harness where Service == RewardsService {
    /// Awards of two points each, and after every tenth a payment of ten.
    fileprivate func fill(lots: Int, of member: TestCaller) async throws {
        let (award, price) = (try points(2), try points(10))
        let reason = try Sentence(wire: "Thank you.")
        for start in stride(from: 0, to: lots, by: 1000) {
            let now = clock.now
            try await host.context().write { work in
                let ledger = Ledger(work)
                for number in UInt128(start)..<UInt128(min(start + 1000, lots)) {
                    let movement = Movement.award(
                        award,
                        to: member.member,
                        by: member.actor,
                        because: reason,
                        id: Transfer.ID(at: now, entropy: 2 * number),
                        at: now
                    )
                    _ = try ledger.award([Grant(movement: movement)], lifetime: .days(365))
                    guard number % 10 == 9 else { continue }
                    let id = Transfer.ID(at: now, entropy: 2 * number + 1)
                    let account = AccountID.member(member.member, .points)
                    _ = try ledger.pay(
                        .payment(price, from: account, by: member.actor, because: reason, id: id, at: now)
                    )
                }
            }
            clock.advance(by: Seconds(1))
        }
    }
}
