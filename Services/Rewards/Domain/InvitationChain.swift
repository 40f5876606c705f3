import Models
import RewardsAPI

/// Who invited a member, who invited the inviter, and so on.
struct InvitationChain: Hashable, Sendable {
    let member: Member.ID
    /// The inviter first, up to one who came without an invitation, or to the last who is on no circle.
    let ancestors: [Member.ID]
    /// Those on the circle that the member is on; empty where it is on none.
    let circle: [Member.ID]

    /// Nobody on a circle is an ancestor, so it does not matter whether it was there before or closes later.
    /// - Parameter links: each member's inviter.
    init(of member: Member.ID, _ links: [Member.ID: Member.ID]) {
        var path = [member]
        var places = [member: 0]
        var next = links[member]
        while let one = next, places[one] == nil {
            places[one] = path.count
            path.append(one)
            next = links[one]
        }
        let circle = path[(next.flatMap { places[$0] } ?? path.count)...]
        self.member = member
        self.circle = circle.first == member ? Array(circle) : []
        ancestors = Array(path.prefix(circle.startIndex).dropFirst())
    }

    /// - Parameter sharers: those who use a device of the member's.
    func objection(sharing sharers: Set<Member.ID>) -> ReferralObjection? {
        if circle == [member] { return .oneself }
        if !circle.isEmpty { return .circle }
        return sharers.isDisjoint(with: ancestors) ? nil : .sharedDevice
    }
}
