import Models
import RewardsAPI

/// Points that came in together and expire together.
enum Lot: Identified { static let idPrefix = "lot" }

/// A lot that has something left.
struct OpenLot: Hashable, Sendable {
    let id: Lot.ID
    let left: PointAmount
    let expiresAt: Instant
}

/// What one transfer takes out of one lot, holds in it, or puts back into it.
struct LotPart: Hashable, Sendable {
    let lot: Lot.ID
    let amount: PointAmount
    let expiresAt: Instant
}

enum LotPlan {
    /// What to take from which lots, the one that expires first coming first; equals in the order of their ids.
    ///
    /// - Parameter favourite: a lot that comes before all others, such as the one of an award that is taken back.
    /// - Returns: parts that add up to `amount`; nil where the lots hold less.
    static func parts(of amount: PointAmount, from lots: [OpenLot], favourite: Lot.ID? = nil) throws -> [LotPart]? {
        let sorted = lots.sorted { ($0.expiresAt, $0.id) < ($1.expiresAt, $1.id) }
        return try fill(amount, from: sorted.filter { $0.id == favourite } + sorted.filter { $0.id != favourite })
    }

    /// What to put back into which lots when a part of a payment comes back: the one that expires last first, so that
    /// the lots are as if only the rest had been paid.
    static func partsBack(of amount: PointAmount, into lots: [OpenLot]) throws -> [LotPart]? {
        try fill(amount, from: lots.sorted { ($0.expiresAt, $0.id) > ($1.expiresAt, $1.id) })
    }

    private static func fill(_ amount: PointAmount, from lots: [OpenLot]) throws -> [LotPart]? {
        var missing = amount.wire
        var parts: [LotPart] = []
        for lot in lots where missing > 0 {
            let part = min(missing, lot.left.wire)
            parts.append(LotPart(lot: lot.id, amount: try PointAmount(wire: part), expiresAt: lot.expiresAt))
            missing -= part
        }
        return missing == 0 ? parts : nil
    }

    /// The id of the transfer by which a lot expires, so that a lot can expire only once however often that is tried.
    ///
    /// Its sortable part is the moment of expiry and its random part the lot's own, which the service drew and nobody
    /// else could have chosen. A lot that got points back after it had expired expires again: then the moment is moved
    /// by a millisecond for each time before.
    static func expiryTransfer(of lot: Lot.ID, expiring at: Instant, timesBefore: Int64) throws -> Transfer.ID {
        let moment = Instant(microseconds: at.microseconds + timesBefore * 1000)
        let time = Transfer.ID(at: moment, entropy: 0).wire.dropLast(16)
        return try Transfer.ID(wire: String(time) + String(lot.wire.suffix(16)))
    }
}
