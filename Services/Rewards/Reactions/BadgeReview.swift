import Hosting
import Models
import RewardsAPI
import TypedSQL

extension Work<RewardsService> {
    /// All that criteria are compared with, of a member whose level was just looked at.
    func figures(of member: Member.ID, _ standing: LevelStanding?) throws -> StandingFigures {
        var contributions: [EarningEvent: Int64] = [:]
        for (event, _, count) in try all(ContributionTable.perDay(of: member)) {
            contributions[event, default: 0] += count
        }
        let levels = try first(LevelTable.programme(on: now.day)).map { programme in
            programme.levels(through: standing?.level).map(\.key)
        }
        return StandingFigures(
            contributions: contributions,
            earned: try first(AccountTable.find(.member(member, .points)))?.earned.wire ?? 0,
            levels: Set(levels ?? [])
        )
    }
}

/// Gives the badges that a member's figures reach, each grade once for ever.
struct BadgeReview {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func run(_ member: Member.ID, _ figures: StandingFigures) throws {
        let badges = try work.all(BadgeTable.all)
        guard !badges.isEmpty else { return }
        let held = try work.all(BadgeTable.held(by: member))
        for terms in badges {
            guard let value = figures.value(of: terms.criterion) else { continue }
            for (index, step) in terms.steps.enumerated() where step.wire <= value {
                let grade = try Quantity(wire: Int64(index + 1))
                if held.contains(where: { $0.badge == terms.key && $0.grade == grade }) { continue }
                try give(terms, grade, step, to: member, value)
            }
        }
    }

    private func give(_ terms: BadgeTerms, _ grade: Quantity, _ step: PointAmount, to member: Member.ID, _ value: Int64)
        throws
    {
        let evidence = try terms.criterion.event.flatMap { event in
            try work.first(ContributionTable.source(of: member, event, number: step.wire))
        }
        let badge = MemberBadge(
            badge: terms.key,
            grade: grade,
            givenAt: work.now,
            counted: try Count(wire: max(0, value)),
            evidence: evidence
        )
        guard try work.run(BadgeTable.give(badge, to: member)) == 1 else { return }
        try work.publish(BadgeGiven(member: member, badge: terms.key, grade: grade))
    }
}

/// Gives the items of collections that a member's figures reach.
struct CollectionReview {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func run(_ member: Member.ID, _ figures: StandingFigures) throws {
        for terms in try work.all(CollectionTable.all) {
            var isNew = false
            for item in terms.items {
                guard let value = figures.value(of: item.criterion), value >= item.count?.wire ?? 1 else { continue }
                let give = CollectionTable.give(
                    item.key,
                    of: terms.key,
                    to: member,
                    by: nil,
                    because: nil,
                    at: work.now
                )
                if try work.run(give) == 1 { isNew = true }
            }
            if isNew { try complete(terms, by: member) }
        }
    }

    /// Tells once that the set is complete.
    func complete(_ terms: CollectionTerms, by member: Member.ID) throws {
        let complete = CollectionTable.complete(terms.key, items: terms.items.count, by: member, at: work.now)
        guard try work.run(complete) == 1 else { return }
        try work.publish(CollectionCompleted(member: member, collection: terms.key))
    }
}
