import Models
import RewardsAPI
import TypedSQL

extension LotTable {
    /// Changes no row where the lot has not that much left.
    static func take(_ part: LotPart) -> Statement {
        Statement(
            """
            UPDATE lot SET remaining = remaining - \(part.amount)
            WHERE id = \(part.lot) AND remaining >= \(part.amount)
            """
        )
    }

    static func restore(_ part: LotPart) -> Statement {
        Statement("UPDATE lot SET remaining = remaining + \(part.amount) WHERE id = \(part.lot)")
    }

    /// Changes no row where something was taken from the lot, or put back, since it was read.
    static func expire(_ lot: OpenLot) -> Statement {
        Statement(
            """
            UPDATE lot SET remaining = 0, expiries = expiries + 1
            WHERE id = \(lot.id) AND remaining = \(lot.left)
            """
        )
    }

    static func use(_ part: LotPart, by transfer: Transfer.ID) -> Statement {
        Statement(
            "INSERT INTO lot_use (transfer, lot, amount) VALUES (\(transfer), \(part.lot), \(part.amount))"
        )
    }

    /// What is given back counts as a negative use, so that grant less uses is always what remains.
    static func giveBack(_ part: LotPart, by transfer: Transfer.ID) -> Statement {
        Statement(
            "INSERT INTO lot_use (transfer, lot, amount) VALUES (\(transfer), \(part.lot), -\(part.amount))"
        )
    }

    static func parts(of transfer: Transfer.ID) -> Query<LotPart> {
        Query("SELECT lot, amount FROM lot_use WHERE transfer = \(transfer) ORDER BY lot") { row in
            LotPart(lot: try row.get("lot"), amount: try row.get("amount"))
        }
    }
}
