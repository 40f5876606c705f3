public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetStatement: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> PointStatement {
        guard let period = Period(from: from, until: until, now: context.now) else { throw Refusal.periodEmpty }
        switch Whose(asked: member, by: reader) {
        case .own(let id): return try await statement(of: id, period, in: context) ?? .empty(id, asset ?? .points)
        case .any(let id):
            guard let statement = try await statement(of: id, period, in: context) else { throw Refusal.memberUnknown }
            return statement
        case .everybody: throw Refusal.memberNeeded
        case .hidden: throw Refusal.memberUnknown
        }
    }

    private func statement(of id: Member.ID, _ period: Period, in context: Context<RewardsService>) async throws
        -> PointStatement?
    {
        let version = try after.map { try Cursors.version($0) } ?? .max
        let account = AccountID.member(id, asset ?? .points)
        return try await context.read { tx in
            guard try tx.first(AccountTable.find(account)) != nil else { return nil }
            guard from != nil || until != nil else { return try lines(on: account, before: version, in: nil, tx) }
            let stretch = try tx.stretch(of: account, in: period)
            var statement = try lines(on: account, before: min(version, stretch.end), in: stretch, tx)
            statement?.period = StatementPeriod(
                from: period.from,
                until: period.until,
                opening: try tx.balance(before: stretch.first, on: account),
                closing: try tx.balance(before: stretch.end, on: account)
            )
            return statement
        }
    }

    private func lines(on account: AccountID, before version: Int64, in stretch: EntryStretch?, _ tx: Transaction)
        throws
        -> PointStatement?
    {
        guard let id = account.member else { return nil }
        let limit = limit ?? .standard
        let first = stretch?.first ?? 1
        let rows = try tx.all(EntryTable.lines(on: account, from: first, before: version, limit: limit))
        return PointStatement(of: id, account.asset, rows, limit: limit)
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
