public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListRedemptions: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<RedemptionRecord> {
        switch Whose(asked: member, by: reader) {
        case .own(let id): return try await page(of: reader.isStaff && member == nil ? nil : id, in: context)
        case .any(let id): return try await page(of: id, mustExist: true, in: context)
        case .everybody: return try await page(of: nil, in: context)
        case .hidden: throw Refusal.memberUnknown
        }
    }

    private func page(
        of whose: Member.ID?,
        mustExist: Bool = false,
        in context: Context<RewardsService>
    ) async throws -> Page<RedemptionRecord> {
        let limit = limit ?? .standard
        let records = try await context.read { tx in
            if mustExist, let whose, try tx.first(AccountTable.find(.member(whose, .points))) == nil {
                throw Refusal.memberUnknown
            }
            return try tx.all(RedemptionTable.page(of: whose, in: state, after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: records, limit: limit) { $0.id.wire }
    }
}
