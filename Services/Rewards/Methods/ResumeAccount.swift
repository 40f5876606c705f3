public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ResumeAccount: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Balance {
        let account = AccountID.member(member, asset ?? .points)
        return try await context.write { work in
            guard let balance = try work.transaction.balance(of: account, at: work.now) else {
                throw Refusal.memberUnknown
            }
            for kind in [AccountKind.member, .pending, .receivable] {
                try work.run(AccountTable.stop(account.sibling(kind), at: nil))
            }
            return balance
        }
    }
}
