public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetStatement: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> PointStatement {
        switch Whose(asked: member, by: reader.bearer, isStaff: reader.bearer.isStaff(of: RewardsInterface.service)) {
        case .own(let id): return try await statement(of: id, in: context) ?? .empty(id, asset ?? .points)
        case .any(let id):
            guard let statement = try await statement(of: id, in: context) else { throw Refusal.memberUnknown }
            return statement
        case .everybody: throw Refusal.memberNeeded
        case .hidden: throw Refusal.memberUnknown
        }
    }

    private func statement(of id: Member.ID, in context: Context<RewardsService>) async throws -> PointStatement? {
        let limit = limit ?? .standard
        let version = try after.map { try Cursors.version($0) } ?? .max
        let account = AccountID.member(id, asset ?? .points)
        return try await context.read { tx in
            guard try tx.first(AccountTable.find(account)) != nil else { return nil }
            let rows = try tx.all(EntryTable.lines(on: account, before: version, limit: limit))
            return PointStatement(of: id, account.asset, rows, limit: limit)
        }
    }
}

extension PointStatement {
    /// - Parameter rows: the latest first, with one row more than the limit where there are more.
    fileprivate init(
        of member: Member.ID,
        _ asset: Asset,
        _ rows: [(version: Int64, line: StatementLine)],
        limit: PageLimit
    ) {
        let shown = rows.prefix(limit.count)
        self.init(
            member: member,
            asset: asset,
            opening: shown.last?.line.before ?? .zero,
            closing: shown.first?.line.after ?? .zero,
            lines: shown.map(\.line),
            next: rows.count > limit.count ? shown.last.map { Cursor(key: String($0.version)) } : nil
        )
    }

    /// Of a member who has not earned anything yet.
    fileprivate static func empty(_ member: Member.ID, _ asset: Asset) -> PointStatement {
        PointStatement(member: member, asset: asset, opening: .zero, closing: .zero, lines: [], next: nil)
    }
}
