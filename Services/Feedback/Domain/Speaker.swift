import Contract
import FeedbackAPI
import Models

/// Whose feedback it is, and who wrote it down where that was somebody else.
struct Speaker: Sendable, Equatable {
    var member: Member.ID
    var recordedBy: Actor?

    /// - Parameters:
    ///   - named: the member for whom the caller says that it submits.
    ///   - isKnown: whether identity has told of the named member.
    static func decide(
        _ bearer: Bearer,
        for named: Member.ID?,
        isKnown: Bool,
        channel: Channel
    ) throws(SubmitFeedback.Refusal) -> Speaker {
        guard let member = named ?? bearer.actor.member else { throw .memberMissing }
        let speaksForSelf = bearer.actor.member == member
        guard speaksForSelf || bearer.isStaff(of: FeedbackInterface.service) else { throw .behalfForbidden }
        guard speaksForSelf || isKnown else { throw .memberUnknown }
        guard !speaksForSelf || !channel.needsStaff else { throw .channelNeedsStaff }
        return Speaker(member: member, recordedBy: speaksForSelf ? nil : bearer.actor)
    }
}

extension Channel {
    /// What was spoken reaches the system only through somebody who heard it.
    var needsStaff: Bool {
        switch self {
        case .telephone, .meeting, .interview: true
        case .post, .survey, .email, .chat: false
        }
    }
}

extension Bearer {
    /// Whether small cells and free words may be shown: managers and administrators, and clients with the staff scope.
    var seesExactFigures: Bool { kind == .member ? Self.isExact(roles) : isStaff(of: FeedbackInterface.service) }

    static func isExact(_ roles: Set<Role>) -> Bool { !roles.isDisjoint(with: [.manager, .administrator]) }
}

extension StaffMember {
    /// A client is staff only by the scope that also lets it see exact figures.
    var seesExactFigures: Bool { actor.member == nil || Bearer.isExact(roles) }
}
