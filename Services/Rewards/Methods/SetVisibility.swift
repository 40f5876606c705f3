public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension SetVisibility: Handled {
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> Visibility {
        try await context.write { work in
            try work.run(isVisible ? HiddenMemberTable.show(member.id) : HiddenMemberTable.hide(member.id))
            return Visibility(member: member.id, isVisible: isVisible)
        }
    }
}
