public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetBalance: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Balance {
        switch Whose(asked: member, by: reader) {
        case .own(let id): return try await balance(of: id, in: context) ?? .empty(id, asset ?? .points)
        case .any(let id):
            guard let balance = try await balance(of: id, in: context) else { throw Refusal.memberUnknown }
            return balance
        case .everybody: throw Refusal.memberNeeded
        case .hidden: throw Refusal.memberUnknown
        }
    }

    private func balance(of id: Member.ID, in context: Context<RewardsService>) async throws -> Balance? {
        let account = AccountID.member(id, asset ?? .points)
        return try await context.read { [now = context.now] tx in try tx.balance(of: account, at: now) }
    }
}

extension Transaction {
    /// What has expired by now is not available, whether or not it has been taken away yet.
    ///
    /// - Returns: nil for a member who never got anything of the asset.
    func balance(of account: AccountID, at now: Instant) throws -> Balance? {
        guard let member = account.member else { return nil }
        let pending = try first(AccountTable.find(account.sibling(.pending)))?.balance
        guard let row = try first(AccountTable.find(account)) else {
            return pending.map { Balance.empty(member, account.asset, pending: $0) }
        }
        let overdue = try one(LotTable.overdue(on: account, at: now))
        return Balance(
            member: member,
            asset: account.asset,
            available: try row.balance.subtracting(row.held).subtracting(overdue),
            held: row.held,
            pending: pending ?? .zero,
            earned: row.earned,
            owed: row.owed,
            nextExpiry: try first(LotTable.nextExpiry(on: account, after: now))
        )
    }
}

extension Balance {
    /// Of a member who has not got anything yet.
    fileprivate static func empty(_ member: Member.ID, _ asset: Asset, pending: Points = .zero) -> Balance {
        Balance(
            member: member,
            asset: asset,
            available: .zero,
            held: .zero,
            pending: pending,
            earned: .zero,
            owed: .zero,
            nextExpiry: nil
        )
    }
}
