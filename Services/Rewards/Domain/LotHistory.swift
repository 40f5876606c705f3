import Models
import RewardsAPI

/// What happened to one lot, in the order of its account's entries.
struct LotEvent: Hashable, Sendable {
    let account: AccountID
    /// Of the account's entry.
    let version: Int64
    let lot: Lot.ID
    let expiresAt: Instant
    let kind: TransferKind
    /// Positive where points came into the lot.
    let change: Int64
}

/// Goes through the lives of lots again, to see whether those were used first that expire first.
enum LotHistory {
    /// Whose payments and holds left something in a lot that expires earlier than one that they used; an account for each.
    ///
    /// - Parameter events: of any number of accounts, ordered by account and version.
    static func paymentsOutOfOrder(_ events: [LotEvent]) -> [AccountID] {
        var shelf = Shelf()
        var violations: [AccountID] = []
        for (index, event) in events.enumerated() {
            if index > 0, events[index - 1].account != event.account { shelf = Shelf() }
            shelf.apply(event)
            let isLast = index + 1 == events.count || !events[index + 1].isPart(of: event)
            if isLast, shelf.hasEarlierThanUsed { violations.append(event.account) }
            if isLast { shelf.lastUsed = nil }
        }
        return violations
    }

    /// Where a lot stands in the order of use.
    private struct Place: Hashable, Comparable {
        let expiresAt: Instant
        let lot: Lot.ID

        static func < (left: Place, right: Place) -> Bool {
            (left.expiresAt, left.lot) < (right.expiresAt, right.lot)
        }
    }

    /// The lots of one account that have something left that is not held.
    private struct Shelf {
        private var left: [Place: Int64] = [:]
        /// Ordered; lots come in nearly in this order, so that most are put at the end.
        private var open: [Place] = []
        /// The last in the order of use that the present payment used.
        var lastUsed: Place?

        var hasEarlierThanUsed: Bool {
            guard let lastUsed, let first = open.first else { return false }
            return first < lastUsed
        }

        mutating func apply(_ event: LotEvent) {
            let place = Place(expiresAt: event.expiresAt, lot: event.lot)
            let before = left[place, default: 0]
            left[place] = before + event.change
            if event.kind.spends, event.change < 0 { lastUsed = max(lastUsed ?? place, place) }
            if before <= 0, before + event.change > 0 { open.insert(place, at: position(of: place)) }
            if before > 0, before + event.change <= 0 { open.remove(at: position(of: place)) }
        }

        /// By bisection: of the place, or where it belongs.
        private func position(of place: Place) -> Int {
            var (low, high) = (0, open.count)
            while low < high {
                let middle = (low + high) / 2
                if open[middle] < place { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }
}

extension TransferKind {
    /// Whether it takes from what can be spent, and so from the lot that expires first.
    fileprivate var spends: Bool {
        switch self {
        case .hold, .payment, .gift, .settlement: true
        default: false
        }
    }
}

extension LotEvent {
    /// Whether both are parts of the same transfer.
    fileprivate func isPart(of other: LotEvent) -> Bool { account == other.account && version == other.version }
}
