import Models

/// Where a ranking goes on: after a member with so many points.
struct Place: Hashable, Sendable {
    let earned: Points
    let member: Member.ID

    var key: String { "\(earned.wire) \(member)" }

    init(earned: Points, member: Member.ID) {
        self.earned = earned
        self.member = member
    }

    /// Nil where the text is no key of a place.
    init?(key: String) {
        let parts = key.split(separator: " ")
        guard parts.count == 2, let number = Int64(parts[0]), let earned = try? Points(wire: number),
            let member = try? Member.ID(wire: String(parts[1]))
        else { return nil }
        self.init(earned: earned, member: member)
    }
}
