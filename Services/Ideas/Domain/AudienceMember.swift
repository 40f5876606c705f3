import IdeasAPI
import Models

/// What the service knows of a member who wants to take part.
struct AudienceMember: Sendable, Hashable {
    /// Those in the token and those that identity told of: a backend that acts for a member brings none.
    var roles: Set<Role>
    /// Absent until the member's profile was complete.
    var customerType: CustomerType?

    var isStaff: Bool { !roles.isDisjoint(with: Role.staff) }

    func belongs(to audience: Audience) -> Bool {
        guard audience != .everyone else { return true }
        let hasRole = !roles.isDisjoint(with: audience.roles ?? [])
        return hasRole || customerType.map { (audience.customerTypes ?? []).contains($0) } == true
    }
}
