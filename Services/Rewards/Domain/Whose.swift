import Models
import RewardsAPI

/// Whose points a caller may see when it asks for a member's.
enum Whose: Hashable, Sendable {
    /// The caller's own; they exist, even where nothing was earned yet.
    case own(Member.ID)
    /// A member's, asked for by staff or a backend.
    case any(Member.ID)
    /// Everybody's: staff or a backend named no member.
    case everybody
    /// Another member's, which a member does not see.
    case hidden

    init(asked member: Member.ID?, by reader: Reader) {
        let own = reader.bearer.actor.member
        if let own, member == nil || member == own {
            self = .own(own)
        } else if own == nil || reader.isStaff {
            self = member.map { .any($0) } ?? .everybody
        } else {
            self = .hidden
        }
    }
}

extension Reader {
    /// Whether it may do staff's work in this service.
    var isStaff: Bool { bearer.isStaff(of: RewardsInterface.service) }
}
