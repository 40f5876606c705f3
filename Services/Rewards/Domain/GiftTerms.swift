import Models
import RewardsAPI

extension GiftRule {
    /// Who gets a gift for an event; nil where the rule was not in force or the event has no such member.
    func receiver(of earning: Earning) -> Member.ID? {
        let moment = earning.source.at
        guard event == earning.event, from <= moment, until.map({ moment < $0 }) ?? true else { return nil }
        return earning.content.people[to.rawValue]
    }
}

extension DefineGift {
    /// The version that this call defines.
    func rule(version: RuleVersion, at now: Instant) throws(Refusal) -> GiftRule {
        let begin = max(from ?? now, now)
        guard event.payees.contains(to) else { throw .payeeNotOfEvent }
        if let from, let until, until <= from { throw .periodEmpty }
        return GiftRule(
            key: key,
            version: version,
            title: title,
            event: event,
            to: to,
            reward: reward,
            perMember: perMember ?? .one,
            from: begin,
            until: until.map { max($0, begin) }
        )
    }
}

/// A gift, and what it is for.
struct Gift: Hashable, Sendable {
    let reward: Reward.ID
    let member: Member.ID
    let units: Quantity
    /// The member reads it.
    let reason: Sentence
    var giver: Giver

    enum Giver: Hashable, Sendable {
        case hand(Actor)
        case rule(RuleKey, RuleVersion, Occurrence.ID)
    }
}
