import Contract
import Models
import RewardsAPI
import Testing

@testable import Rewards

/// A lot is named by the day on which it expires.
private func event(_ version: Int64, _ day: Int64, _ kind: TransferKind, _ change: Int64, on account: String = "a")
    -> LotEvent
{
    LotEvent(
        account: AccountID(rawValue: account),
        version: version,
        lot: Lot.ID(at: .example, entropy: UInt128(day)),
        expiresAt: .example + .days(day),
        kind: kind,
        change: change
    )
}

@Test func historyIsInOrderWhereTheEarliestGoesFirst() {
    let events = [
        event(1, 10, .award, 5), event(2, 20, .award, 5), event(3, 10, .redemption, -5), event(3, 20, .redemption, -1),
        event(4, 10, .refund, 5), event(4, 20, .refund, 1), event(5, 10, .redemption, -5),
        event(6, 20, .redemption, -5),
    ]
    #expect(LotHistory.paymentsOutOfOrder(events) == 0)
}

@Test func historyCountsPaymentsThatPassedOverALot() {
    let events = [
        event(1, 10, .award, 5), event(2, 20, .award, 5), event(3, 10, .redemption, -4), event(3, 20, .redemption, -1),
        event(4, 20, .redemption, -1), event(5, 10, .redemption, -1), event(6, 20, .redemption, -1),
    ]
    #expect(LotHistory.paymentsOutOfOrder(events) == 2)
}

@Test func historyForgivesALotThatCameLaterOrWasGone() {
    let events = [
        event(1, 20, .award, 5), event(2, 20, .redemption, -1), event(3, 10, .award, 5), event(4, 10, .expiry, -5),
        event(5, 20, .redemption, -1),
    ]
    #expect(LotHistory.paymentsOutOfOrder(events) == 0)
}

@Test func historyOfOneAccountIsNotAnothers() {
    let events = [event(1, 10, .award, 5), event(1, 20, .award, 5, on: "b"), event(2, 20, .redemption, -1, on: "b")]
    #expect(LotHistory.paymentsOutOfOrder(events) == 0)
}
