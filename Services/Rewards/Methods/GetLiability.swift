public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetLiability: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> LiabilityReport {
        try await context.read { [now = context.now] tx in
            let days = try tx.all(LotTable.byExpiry)
            let totals = try tx.all(LotTable.totals).filter { asset == nil || $0.asset == asset }
            return LiabilityReport(
                at: now,
                assets: try totals.map { total in
                    try AssetLiability(total, days.filter { $0.asset == total.asset })
                }
            )
        }
    }
}

extension AssetLiability {
    /// - Throws: a fault where the lots are not what the accounts say.
    init(_ total: AssetTotals, _ days: [DueDay]) throws {
        let months = try Dictionary(grouping: days, by: \.day.firstOfMonth).sorted { $0.key < $1.key }
            .map { month, days in
                MonthLiability(
                    month: month,
                    outstanding: try Points(wire: days.reduce(0) { $0 + $1.left }),
                    held: try Points(wire: days.reduce(0) { $0 + $1.held }),
                    lots: try Count(wire: days.reduce(0) { $0 + $1.lots })
                )
            }
        guard months.reduce(0, { $0 + $1.outstanding.wire }) == total.outstanding.wire else { throw Ledger.Broken() }
        self.init(
            asset: total.asset,
            outstanding: total.outstanding,
            held: total.held,
            pending: total.pending,
            owed: total.owed,
            months: months
        )
    }
}

extension Day {
    var firstOfMonth: Day { Day(number: number + 1 - (Int(wire.suffix(2)) ?? 1)) }
}
