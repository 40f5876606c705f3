import Models
import RewardsAPI
import TypedSQL

extension LotTable {
    /// Changes no row where the lot has not that much left that is not held.
    static func take(_ part: LotPart) -> Statement {
        Statement(
            """
            UPDATE lot SET remaining = remaining - \(part.amount)
            WHERE id = \(part.lot) AND remaining - held >= \(part.amount)
            """
        )
    }

    static func restore(_ part: LotPart) -> Statement {
        Statement("UPDATE lot SET remaining = remaining + \(part.amount) WHERE id = \(part.lot)")
    }

    /// Changes no row where the lot has not that much left that is not held.
    static func hold(_ part: LotPart) -> Statement {
        Statement(
            """
            UPDATE lot SET held = held + \(part.amount)
            WHERE id = \(part.lot) AND remaining - held >= \(part.amount)
            """
        )
    }

    static func free(_ part: LotPart) -> Statement {
        Statement("UPDATE lot SET held = held - \(part.amount) WHERE id = \(part.lot)")
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

    static func holding(_ part: LotPart, by transfer: Transfer.ID) -> Statement {
        Statement(
            "INSERT INTO lot_hold (transfer, lot, amount) VALUES (\(transfer), \(part.lot), \(part.amount))"
        )
    }

    /// What a payment took from each lot, less what refunds of it have put back.
    static func parts(of transfer: Transfer.ID) -> Query<OpenLot> {
        Query(
            """
            SELECT l.id, CAST(SUM(u.amount) AS BIGINT) AS open, l.expires_at
            FROM lot_use u JOIN lot l ON l.id = u.lot
            WHERE u.transfer = \(transfer) OR u.transfer IN (SELECT id FROM transfer WHERE reverses = \(transfer))
            GROUP BY l.id, l.expires_at HAVING SUM(u.amount) > 0
            ORDER BY l.expires_at, l.id
            """,
            openLot
        )
    }

    static func held(by transfer: Transfer.ID) -> Query<OpenLot> {
        Query(
            """
            SELECT l.id, h.amount AS open, l.expires_at FROM lot_hold h JOIN lot l ON l.id = h.lot
            WHERE h.transfer = \(transfer) ORDER BY l.expires_at, l.id
            """,
            openLot
        )
    }
}
