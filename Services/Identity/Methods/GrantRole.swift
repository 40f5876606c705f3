public import Hosting
public import IdentityAPI
public import Models

extension GrantRole: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdentityService>) async throws -> GrantedRole {
        guard staff.isAdministrator else { throw Refusal.administratorNeeded }
        return try await context.write { work in
            guard let row = try work.first(MemberTable.find(member)) else { throw Refusal.memberUnknown }
            guard row.confirmedAt != nil else { throw Refusal.notConfirmed }
            guard try work.run(RoleTable.insert(role, of: member, by: staff.actor, at: work.now)) == 1 else {
                throw Refusal.roleHeld
            }
            try work.publish(RoleGranted(member: member, role: role, by: staff.actor))
            return GrantedRole(member: member, role: role, grantedAt: work.now)
        }
    }
}

extension StaffMember {
    /// Whether the caller decides who may do what: an administrator, or an API client with the staff scope.
    var isAdministrator: Bool { actor.member == nil || roles.contains(.administrator) }
}
