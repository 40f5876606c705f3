public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListRedemptions: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<RedemptionRecord> {
        let isStaff = reader.bearer.isStaff(of: RewardsInterface.service)
        switch Whose(asked: member, by: reader.bearer, isStaff: isStaff) {
        case .own(let id): return try await page(of: isStaff && member == nil ? nil : id, in: context)
        case .any(let id): return try await page(of: id, in: context)
        case .everybody: return try await page(of: nil, in: context)
        case .hidden: return Page(items: [], next: nil)
        }
    }

    private func page(
        of whose: Member.ID?,
        in context: Context<RewardsService>
    ) async throws -> Page<RedemptionRecord> {
        let limit = limit ?? .standard
        let records = try await context.read { tx in
            try tx.all(RedemptionTable.page(of: whose, in: state, after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: records, limit: limit) { $0.id.wire }
    }
}
