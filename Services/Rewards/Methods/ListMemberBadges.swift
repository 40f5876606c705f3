public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListMemberBadges: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> [MemberBadge] {
        let id = try await context.member(member, for: reader, refusing: Refusal.self)
        return try await context.read { tx in try tx.all(BadgeTable.held(by: id)) }
    }
}
