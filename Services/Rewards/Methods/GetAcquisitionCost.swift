public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetAcquisitionCost: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> AcquisitionReport {
        guard let period = Period(from: from, until: until, now: context.now) else { throw Refusal.periodEmpty }
        return try await context.read { tx in
            let (joined, qualified) = try tx.one(EffectQueries.joined(in: period))
            let costs = try tx.all(EffectQueries.spent(on: EarningEvent.ofJoining, in: period))
            return AcquisitionReport(
                joined: joined,
                qualified: qualified,
                costs: costs.map { AcquisitionCost($0.asset, $0.spent, qualified: qualified) }
            )
        }
    }
}

extension EarningEvent {
    /// What rules pay for so that members come and stay at first.
    static let ofJoining: [EarningEvent] = [
        memberRegistered, emailConfirmed, personInvited, profileCompleted, onboardingStepCompleted, referralQualified,
    ]
}

extension AcquisitionCost {
    /// Few members make dear ones, so the limits change sides.
    init(_ asset: Asset, _ spent: Points, qualified: Count) {
        let limits = PoissonInterval.limits(for: qualified.wire)
        let amount = Double(spent.wire)
        self.init(
            asset: asset,
            spent: spent,
            perMember: qualified > .zero ? amount / Double(qualified.wire) : nil,
            low: amount / limits.high,
            high: limits.low > 0 ? amount / limits.low : nil
        )
    }
}
