public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetBalance: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Balance {
        switch Whose(asked: member, by: reader.bearer, isStaff: reader.bearer.isStaff(of: RewardsInterface.service)) {
        case .own(let id): return try await balance(of: id, in: context) ?? .empty(id)
        case .any(let id):
            guard let balance = try await balance(of: id, in: context) else { throw Refusal.memberUnknown }
            return balance
        case .everybody: throw Refusal.memberNeeded
        case .hidden: throw Refusal.memberUnknown
        }
    }

    /// What has expired by now is not available, whether or not it has been taken away yet.
    private func balance(of id: Member.ID, in context: Context<RewardsService>) async throws -> Balance? {
        try await context.read { [now = context.now] tx in
            guard let account = try tx.first(AccountTable.find(id)) else { return nil }
            let overdue = try tx.one(LotTable.overdue(of: id, at: now))
            return Balance(
                member: id,
                available: try account.balance.subtracting(overdue),
                pending: try tx.one(RedemptionTable.pending(of: id)),
                earned: account.earned,
                nextExpiry: try tx.first(LotTable.nextExpiry(of: id, after: now))
            )
        }
    }
}

extension Balance {
    /// Of a member who has not earned anything yet.
    fileprivate static func empty(_ member: Member.ID) -> Balance {
        Balance(member: member, available: .zero, pending: .zero, earned: .zero, nextExpiry: nil)
    }
}
