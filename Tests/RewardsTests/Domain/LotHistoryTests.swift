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
        account: AccountID(.member, .points, account),
        version: version,
        lot: Lot.ID(at: .example, entropy: UInt128(day)),
        expiresAt: .example + .days(day),
        kind: kind,
        change: change
    )
}

@Test func historyIsInOrderWhereTheEarliestGoesFirst() {
    let events = [
        event(1, 10, .award, 5), event(2, 20, .award, 5), event(3, 10, .payment, -5), event(3, 20, .payment, -1),
        event(4, 10, .refund, 5), event(4, 20, .refund, 1), event(5, 10, .payment, -5),
        event(6, 20, .payment, -5),
    ]
    #expect(LotHistory.paymentsOutOfOrder(events).isEmpty)
}

@Test func historyCountsPaymentsThatPassedOverALot() {
    let events = [
        event(1, 10, .award, 5), event(2, 20, .award, 5), event(3, 10, .payment, -4), event(3, 20, .payment, -1),
        event(4, 20, .payment, -1), event(5, 10, .payment, -1), event(6, 20, .payment, -1),
    ]
    #expect(LotHistory.paymentsOutOfOrder(events).count == 2)
}

@Test func historyForgivesALotThatCameLaterOrWasGone() {
    let events = [
        event(1, 20, .award, 5), event(2, 20, .payment, -1), event(3, 10, .award, 5), event(4, 10, .expiry, -5),
        event(5, 20, .payment, -1),
    ]
    #expect(LotHistory.paymentsOutOfOrder(events).isEmpty)
}

@Test func historyOfOneAccountIsNotAnothers() {
    let events = [event(1, 10, .award, 5), event(1, 20, .award, 5, on: "b"), event(2, 20, .payment, -1, on: "b")]
    #expect(LotHistory.paymentsOutOfOrder(events).isEmpty)
}

/// What is held is out of the way: a later payment may pass over it, and a hold may pass over nothing.
@Test func historyKnowsWhatIsHeld() {
    let held = [
        event(1, 10, .award, 5), event(2, 20, .award, 5), event(3, 10, .hold, -5), event(4, 20, .payment, -5),
        event(5, 10, .post, 5), event(5, 10, .post, -3),
    ]
    #expect(LotHistory.paymentsOutOfOrder(held).isEmpty)
    let passedOver = [event(1, 10, .award, 5), event(2, 20, .award, 5), event(3, 20, .hold, -5)]
    #expect(LotHistory.paymentsOutOfOrder(passedOver).count == 1)
}
