import Hosting
import Models
import RewardsAPI
import TypedSQL

extension RewardsService {
    /// Looks at every member whose standing may have changed, each in a transaction of its own, and tells what changed.
    ///
    /// - Throws: what went wrong with the last member, after all others were looked at.
    static func reviewStanding(in context: Context<RewardsService>) async throws {
        try await markThoseWhosePointsMoved(in: context)
        try await context.write(isolation: .readCommitted) { work in
            let programme = try work.first(LevelTable.programme(on: work.now.day))?.version.wire ?? 0
            try work.run(DueTable.markReviews(on: work.now.day, programme: programme))
        }
        var failure: (any Error)?
        var last = ""
        while true {
            let due = try await context.read { [last] tx in try tx.all(DueTable.next(after: last, limit: 200)) }
            guard let end = due.last else { break }
            for member in due {
                do { try await review(member, in: context) } catch { failure = error }
                try Task.checkCancellation()
            }
            last = end.wire
        }
        if let failure { throw failure }
    }

    /// Awards write no mark of their own, because they are many and none should wait for it: their events tell.
    private static func markThoseWhosePointsMoved(in context: Context<RewardsService>) async throws {
        var goesOn = true
        while goesOn {
            goesOn = try await context.write(isolation: .readCommitted) { work in
                let position = try work.one(DueTable.position)
                let limit = try PageLimit(wire: 500)
                let told = try work.transaction.told(PointsMoved.self, after: position, limit: limit)
                guard let told else { return false }
                let moved = told.events.filter { $0.asset == .points && $0.kind.changesEarned }
                for member in Set(moved.compactMap(\.member)).sorted() { try work.run(DueTable.mark(member)) }
                return try work.run(DueTable.move(from: position, to: told.end)) == 1
            }
        }
    }

    /// Read committed: the mark is taken first, which keeps another who reviews the same member waiting, and whatever is
    /// committed after that is marked anew.
    private static func review(_ member: Member.ID, in context: Context<RewardsService>) async throws {
        try await context.write(isolation: .readCommitted) { work in
            guard try work.run(DueTable.take(member)) == 1 else { return }
            let standing = try LevelReview(work).run(member)
            let figures = try work.figures(of: member, standing)
            try BadgeReview(work).run(member, figures)
            try CollectionReview(work).run(member, figures)
        }
    }
}

extension TransferKind {
    /// Whether it adds to what was earned or takes from it.
    fileprivate var changesEarned: Bool { earns || self == .reversal || self == .debt }
}

/// Tells what has changed of a member's level since it was last told.
struct LevelReview {
    let work: Work<RewardsService>

    init(_ work: Work<RewardsService>) { self.work = work }

    func run(_ member: Member.ID) throws -> LevelStanding? {
        guard let programme = try work.first(LevelTable.programme(on: work.now.day)) else {
            try work.run(LevelTable.tell(member, LevelRecord(level: nil, programme: 0, noticedEnd: nil), reviewOn: nil))
            return nil
        }
        let standing = try work.transaction.standing(of: member, in: programme, at: work.now)
        let earlier = try work.first(LevelTable.told(member))
        try tell(standing, after: earlier?.level, in: programme)
        let notice = standing.endsOn.map { Day(number: $0.number - Int(programme.notice.wire)) }
        let isNear = notice.map { $0 <= work.now.day } ?? false
        let isTold = earlier?.noticedEnd == standing.endsOn && earlier?.level == standing.level
        if isNear, !isTold, let level = standing.level, let end = standing.endsOn {
            try work.publish(LevelEnding(member: member, level: level, on: end))
        }
        let record = LevelRecord(
            level: standing.level,
            programme: programme.version.wire,
            noticedEnd: isNear ? standing.endsOn : nil
        )
        let reviews = [standing.reviewedOn, isNear ? nil : notice, standing.byHand?.until.day].compactMap(\.self)
        try work.run(LevelTable.tell(member, record, reviewOn: reviews.min()))
        return standing
    }

    private func tell(_ standing: LevelStanding, after earlier: LevelKey?, in programme: LevelProgramme) throws {
        let (before, now) = (programme.place(of: earlier), programme.place(of: standing.level))
        if now > before, let level = standing.level {
            try work.publish(LevelReached(member: standing.member, level: level, reason: standing.reason))
        } else if let earlier, standing.level != earlier {
            try work.publish(LevelLost(member: standing.member, level: earlier, now: standing.level))
        }
    }
}

extension Transaction {
    func standing(of member: Member.ID, in programme: LevelProgramme, at now: Instant) throws -> LevelStanding {
        try programme.standing(
            of: member,
            activity(of: member, in: programme),
            byHand: try first(LevelGrantTable.granted(to: member, at: now)),
            on: now.day
        )
    }

    /// All that counted for levels at any time.
    func activity(of member: Member.ID, in programme: LevelProgramme) throws -> [Activity] {
        var points: [Day: Int64] = [:]
        for (day, earned) in try all(TransferTable.earnedPerDay(of: member)) { points[day] = earned }
        var contributions: [Day: Int64] = [:]
        for (event, day, count) in try all(ContributionTable.perDay(of: member)) {
            if programme.contributions.contains(event) { contributions[day, default: 0] += count }
        }
        return [Activity](points: points, contributions: contributions)
    }

    /// Whether anything is known here of a member.
    func knows(_ member: Member.ID) throws -> Bool {
        if try first(AccountTable.find(.member(member, .points))) != nil { return true }
        if try first(LevelTable.told(member)) != nil { return true }
        return try !all(ContributionTable.perDay(of: member)).isEmpty
    }
}
