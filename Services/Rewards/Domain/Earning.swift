import Contract
import Models
import RewardsAPI

extension EarningEvent {
    /// Who takes part in events of this name and can be paid.
    var payees: Set<Payee> {
        switch self {
        case .memberRegistered, .profileCompleted: [.member, .inviter]
        case .personInvited: [.inviter]
        case .emailConfirmed, .memberSignedIn, .onboardingStepCompleted, .feedbackReceived, .surveyAnswered: [.member]
        case .ideaSubmitted, .commentPosted, .ideaSelected: [.author]
        case .ballotCast: [.voter]
        case .ideaScored: [.expert]
        }
    }
}

/// An event that earns, with those of its people who are members.
struct Earning: Sendable, Hashable {
    let event: EarningEvent
    let people: [Payee: Member.ID]
    let source: Movement.Source
}

extension EarningRule {
    /// Whom the rule pays for an event; nil where it was not in force or the event has no such member.
    ///
    /// That no later version was in force when the event happened is for the caller to see to.
    func payee(of earning: Earning) -> Member.ID? {
        guard event == earning.event, isInForce(at: earning.source.at) else { return nil }
        return earning.people[pays]
    }

    private func isInForce(at moment: Instant) -> Bool { from <= moment && until.map { moment < $0 } ?? true }
}

extension DefineRule {
    /// The version that this call defines.
    /// - Parameters:
    ///   - id: the rule's id, the earlier one where the key is known.
    ///   - limit: what one award may give at most.
    func rule(
        id: Rule.ID,
        version: RuleVersion,
        limit: PointAmount,
        at now: Instant
    ) throws(Refusal) -> EarningRule {
        let begin = max(from ?? now, now)
        guard event.payees.contains(pays) else { throw .payeeNotOfEvent }
        if let from, let until, until <= from { throw .periodEmpty }
        guard amount <= limit else { throw .amountTooLarge }
        return EarningRule(
            id: id,
            key: key,
            version: version,
            title: title,
            event: event,
            pays: pays,
            amount: amount,
            perDay: perDay,
            from: begin,
            until: until.map { max($0, begin) }
        )
    }
}
