public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension RevokeBadge: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> [MemberBadge] {
        try await context.write { work in
            guard try work.first(BadgeTable.find(badge)) != nil else { throw Refusal.badgeUnknown }
            let revoke = BadgeTable.revoke(
                badge,
                grade,
                from: member,
                by: staff.actor,
                because: reason,
                at: work.now
            )
            let grades = try work.all(revoke)
            guard !grades.isEmpty else { throw Refusal.badgeNotHeld }
            for grade in grades.sorted() {
                try work.publish(BadgeRevoked(member: member, badge: badge, grade: grade))
            }
            return try work.all(BadgeTable.held(by: member)).filter { $0.badge == badge && grades.contains($0.grade) }
        }
    }
}
