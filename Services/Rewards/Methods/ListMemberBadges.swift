public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListMemberBadges: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> [MemberBadge] {
        try await context.read(of: member, for: reader, refusing: Refusal.self) { tx, id in
            try tx.all(BadgeTable.held(by: id))
        }
    }
}
