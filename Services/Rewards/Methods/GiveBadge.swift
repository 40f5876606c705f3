public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GiveBadge: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> MemberBadge {
        try await context.write { work in
            guard let terms = try work.first(BadgeTable.find(badge)) else { throw Refusal.badgeUnknown }
            let grade = grade ?? .one
            guard grade.wire <= terms.steps.count else { throw Refusal.gradeUnknown }
            let given = MemberBadge(badge: badge, grade: grade, givenAt: work.now, by: staff.actor, reason: reason)
            guard try work.run(BadgeTable.give(given, to: member)) == 1 else { throw Refusal.badgeHeld }
            try work.publish(BadgeGiven(member: member, badge: badge, grade: grade))
            return given
        }
    }
}
