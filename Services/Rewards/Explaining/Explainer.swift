import Models
import RewardsAPI
import TypedSQL

/// Explains numbers within one snapshot.
struct Explainer {
    let tx: Transaction
    let now: Instant
    let limit: PageLimit

    func balance(_ about: ExplainedNumber, _ account: AccountID) throws -> Explanation {
        let balance = try tx.balance(of: account, at: now)
        let steps =
            switch about {
            case .held: try held(account, balance?.held.wire ?? 0)
            case .pending: try pending(account, balance?.pending.wire ?? 0)
            case .earned: try earned(account, balance?.earned.wire ?? 0)
            case .owed: try owed(account, balance?.owed.wire ?? 0)
            default: try available(account, balance?.available.wire ?? 0)
            }
        return Explanation(about, of: account.member, at: now, asset: account.asset, steps: steps)
    }

    private func available(_ account: AccountID, _ number: Int64) throws -> [ArithmeticStep] {
        var arithmetic = Arithmetic()
        let lines = try tx.all(EntryTable.lines(on: account, before: .max, limit: limit)).prefix(limit.count).map(\.1)
        let parts = lines.reversed().map { StepOperand($0.amount.wire, transfer: $0.transfer) }
        let opening = lines.last.map { StepOperand($0.before.wire) }
        let listed = [opening].compactMap { $0?.value == 0 ? nil : $0 } + parts
        let balance = try arithmetic.add(.balance, .sum, listed)
        let holds = try tx.all(OpenTransferTable.open(.hold, on: account))
        let held = try arithmetic.add(.held, .sum, holds.operands)
        let overdue = try arithmetic.add(.overdue, .sum, tx.all(LotTable.overdueLots(on: account, at: now)).operands)
        try arithmetic.add(.available, .difference, [balance, held, overdue])
        return try arithmetic.agreeing(with: number)
    }

    private func held(_ account: AccountID, _ number: Int64) throws -> [ArithmeticStep] {
        var arithmetic = Arithmetic()
        try arithmetic.add(.held, .sum, tx.all(OpenTransferTable.open(.hold, on: account)).operands)
        return try arithmetic.agreeing(with: number)
    }

    private func pending(_ account: AccountID, _ number: Int64) throws -> [ArithmeticStep] {
        var arithmetic = Arithmetic()
        let waiting = try tx.all(OpenTransferTable.open(.award, on: account.sibling(.pending)))
        try arithmetic.add(.pending, .sum, waiting.operands)
        return try arithmetic.agreeing(with: number)
    }

    private func earned(_ account: AccountID, _ number: Int64) throws -> [ArithmeticStep] {
        var arithmetic = Arithmetic()
        let awarded = try arithmetic.sum(.awarded, of: [.award, .release], on: [account], isCredit: true, self)
        let accounts = [account, account.sibling(.receivable)]
        let back = try arithmetic.sum(.takenBack, of: [.reversal, .debt], on: accounts, isCredit: false, self)
        try arithmetic.add(.earned, .difference, [awarded, back])
        return try arithmetic.agreeing(with: number)
    }

    private func owed(_ account: AccountID, _ number: Int64) throws -> [ArithmeticStep] {
        var arithmetic = Arithmetic()
        let receivable = account.sibling(.receivable)
        let debts = try arithmetic.sum(.debts, of: [.debt], on: [receivable], isCredit: false, self)
        let settled = try arithmetic.sum(.settled, of: [.settlement], on: [receivable], isCredit: true, self)
        try arithmetic.add(.owed, .difference, [debts, settled])
        return try arithmetic.agreeing(with: number)
    }
}

extension Arithmetic {
    /// What transfers of some kinds moved to accounts, or from them, the latest of them listed.
    fileprivate mutating func sum(
        _ what: StepSubject,
        of kinds: [TransferKind],
        on accounts: [AccountID],
        isCredit: Bool,
        _ explainer: Explainer
    ) throws -> StepOperand {
        let moved = MovedEntries(kinds, on: accounts, isCredit: isCredit)
        let total = try explainer.tx.one(EntryTable.total(of: moved))
        let latest = try explainer.tx.all(EntryTable.latest(of: moved, limit: explainer.limit.count))
        return try add(what, .sum, latest.operands(of: total.wire))
    }
}
