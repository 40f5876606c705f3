import Models
import RewardsAPI
import TypedSQL

extension Transaction {
    /// The event with what is known of its members.
    func withFacts(_ earning: Earning) throws -> Earning {
        var told = earning
        for member in earning.members { told.facts[member] = try facts(of: member, before: earning.source.at) }
        return told
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
