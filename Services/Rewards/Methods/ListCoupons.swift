public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListCoupons: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<CouponRecord> {
        guard let keys = context.service.settings.couponKeys else { throw Refusal.couponsOff }
        switch Whose(asked: member, by: reader) {
        case .own(let id): return try await page(of: id, keys, in: context)
        case .any(let id): return try await page(of: id, nil, in: context)
        case .everybody: throw Refusal.memberNeeded
        case .hidden: throw Refusal.memberUnknown
        }
    }

    private func page(of whose: Member.ID, _ keys: CouponKeys?, in context: Context<RewardsService>) async throws
        -> Page<CouponRecord>
    {
        let limit = limit ?? .standard
        let coupons = try await context.read { tx in
            try tx.all(CouponTable.page(of: whose, after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: try coupons.map { try $0.record(keys) }, limit: limit) { $0.id.wire }
    }
}
