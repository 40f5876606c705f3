public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension ListMembers: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdentityService>) async throws -> Page<MemberView> {
        let limit = limit ?? .standard
        return try await context.read { tx in
            let rows = try tx.all(MemberTable.page(where: conditions, limit: limit))
            let views = try MemberViews.of(rows, withDetails: true, in: tx)
            return Page(surplus: views, limit: limit) { $0.member.wire }
        }
    }
}
