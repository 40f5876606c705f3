import Models
import RewardsAPI
import TypedSQL

extension Transaction {
    /// The event with what is known of its members: what it carries already, or else what is found now.
    func withFacts(_ earning: Earning) throws -> Earning {
        if earning.content.facts != nil { return earning }
        var told = earning
        told.content.facts = try facts(of: earning)
        return told
    }

    /// As ``withFacts(_:)``, of an event that may have been followed before: then what was kept with it holds.
    func withKeptFacts(_ earning: Earning) throws -> Earning {
        if earning.content.facts != nil { return earning }
        var told = earning
        told.content.facts = try first(EarningEventTable.find(earning.source.event))?.content.facts
        return try withFacts(told)
    }

    private func facts(of earning: Earning) throws -> [String: MemberFacts] {
        var facts: [String: MemberFacts] = [:]
        for member in earning.members { facts[member.wire] = try self.facts(of: member, before: earning.source.at) }
        return facts
    }

    private func facts(of member: Member.ID, before moment: Instant) throws -> MemberFacts {
        let eve = Instant(microseconds: moment.day.start.microseconds - 1)
        let programme = try first(LevelTable.programme(on: eve.day))
        return MemberFacts(
            level: try programme.flatMap { try standing(of: member, in: $0, at: eve).level },
            customerType: try first(CustomerTypeTable.find(member))
        )
    }
}
