public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetReferralReport: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> ReferralReport {
        guard let period = Period(from: from, until: until, now: context.now) else { throw Refusal.periodEmpty }
        return try await context.read { tx in try report(in: period, tx) }
    }

    private func report(in period: Period, _ tx: Transaction) throws -> ReferralReport {
        let funnel = try tx.one(JoiningTable.funnel(in: period))
        let levels = try tx.all(JoiningTable.depths(in: period))
        let depths = Dictionary(levels.map { ($0.depth, $0.referrals) }) { first, _ in first }
        let circular = funnel.referred.wire - depths.values.reduce(0, +)
        return ReferralReport(
            invited: try tx.one(JoiningTable.invitations(in: period)),
            funnel: funnel,
            refused: try tx.all(JoiningTable.refused(in: period)),
            depths: try (1...6).map { depth in
                DepthCount(depth: try Quantity(wire: depth), referrals: try Count(wire: depths[depth] ?? 0))
            },
            deeper: try Count(wire: depths[7] ?? 0),
            circular: try Count(wire: circular),
            reproduction: try tx.one(JoiningTable.reproduction(in: period)),
            costs: try tx.all(JoiningTable.spent(in: period)).map { asset, spent in
                let acquired = Double(funnel.completed.wire)
                let perMember = acquired > 0 ? Double(spent.wire) / acquired : nil
                return ReferralCost(asset: asset, spent: spent, perMember: perMember)
            }
        )
    }
}
