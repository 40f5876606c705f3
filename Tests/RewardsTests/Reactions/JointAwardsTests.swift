import Contract
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

private func told(_ position: Int, _ event: some Event, at moment: Instant) throws -> EventRecord {
    EventRecord(
        position: Int64(position),
        id: happening(UInt128(position)).wire,
        name: type(of: event).name,
        at: moment.wire,
        trace: nil,
        data: try JSONValue(encoding: event)
    )
}

private func idea(_ position: Int, by member: TestCaller, at moment: Instant) throws -> EventRecord {
    try told(position, IdeaSubmitted(idea: .example, campaign: .example, author: member.member), at: moment)
}

/// Rules of every sort, an invitation that qualifies among the events, and a second version that begins among them.
@Test(arguments: TestEngine.allCases)
func togetherLeavesWhatOneByOneLeaves(engine: TestEngine) async throws {
    var outcomes: [[String]] = []
    for size in [1, 7, 64] {
        try await Harness<RewardsService>.run(on: engine) { host in
            try await host.defineRulesOfEverySort()
            let records = try host.mixedEvents()
            for start in stride(from: 0, to: records.count, by: size) {
                let batch = Array(records[start..<min(start + size, records.count)])
                try await host.host.apply(batch, from: IdeasInterface.service)
            }
            outcomes.append(try await host.outcome(of: records))
            try await host.expectSound()
        }
    }
    #expect(outcomes[1] == outcomes[0])
    #expect(outcomes[2] == outcomes[0])
    for part in ["plain 2", "daily", "weekly", "spring", "dayFull", "weekFull", "budgetSpent", "welcome"] {
        #expect(outcomes[0].contains { $0.contains(part) }, "\(part) did not come about")
    }
}

/// Nothing moves on the account of one of them: his event is parked, and his neighbours get what they earned.
@Test(arguments: TestEngine.allCases)
func aFailingEventInTheMiddleIsParkedAlone(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        try await host.give(1, to: omar)
        try await host.tamper("UPDATE account SET stopped_at = 1 WHERE owner = \(omar.member)")
        let now = host.clock.now
        let records = try (1...21).map { try idea($0, by: $0 == 11 ? omar : ines, at: now) }
        try await host.host.apply(records, from: IdeasInterface.service)
        #expect(try await host.available(ines) == 200)
        #expect(try await host.parked().map(\.event) == [happening(11)])
        try await host.tamper("UPDATE account SET stopped_at = NULL")
        let retry = RetryParkedEvent<RewardsInterface>(event: happening(11))
        #expect(try await host.call(retry, as: host.backend()).state == .applied)
        #expect(try await host.available(omar) == 11)
        try await host.expectSound()
    }
}

/// The service ends between two batches, or its cursor is lost: what was applied is not applied again.
@Test(arguments: TestEngine.allCases)
func whatWasAppliedTogetherIsNotRepeated(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        let now = host.clock.now
        // The fifth comes a second time under another position.
        let twice = try told(5, IdeaSubmitted(idea: .example, campaign: .example, author: ines.member), at: now)
        var records = try (1...12).map { try idea($0, by: ines, at: now) }
        records[8] = EventRecord(
            position: 9,
            id: twice.id,
            name: twice.name,
            at: twice.at,
            trace: nil,
            data: twice.data
        )
        try await host.host.apply(Array(records[..<6]), from: IdeasInterface.service)
        try await host.host.apply(records, from: IdeasInterface.service)
        #expect(try await host.available(ines) == 110)
        try await host.tamper("DELETE FROM follower_cursor")
        try await host.host.apply(records, from: IdeasInterface.service)
        #expect(try await host.available(ines) == 110)
        #expect(try await host.published(PointsMoved.self).count == 11)
        #expect(try await host.parked().isEmpty)
        try await host.expectSound()
    }
}

/// Read committed is enough: others are awarded from the same accounts meanwhile, and nothing is lost, doubled or parked.
@Test(arguments: TestEngine.allCases)
func batchesBesideAwardsOfTheSameMembers(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let members = ["Ines", "Omar", "Tomasz"].map { host.member($0) }
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        let now = host.clock.now
        let records = try (1...120).map { try idea($0, by: members[$0 % 3], at: now) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for start in stride(from: 0, to: 120, by: 10) {
                    try await host.host.apply(Array(records[start..<start + 10]), from: IdeasInterface.service)
                }
            }
            for member in members { group.addTask { for _ in 0..<20 { try await host.give(1, to: member) } } }
            try await group.waitForAll()
        }
        for member in members { #expect(try await host.available(member) == 420) }
        #expect(try await host.parked().isEmpty)
        try await host.expectSound()
    }
}

private let names = ["Ines", "Omar", "Tomasz", "Aiko"]

extension Harness where Service == RewardsService {
    fileprivate func defineRulesOfEverySort() async throws {
        try await rule("plain", .ideaSubmitted, .author, 10)
        try await rule("plain", .ideaSubmitted, .author, 20, from: clock.now + .minutes(30))
        try await rule("daily", .commentPosted, .author, 3, perDay: 2)
        try await rule("weekly", .commentPosted, .author, 2, perDay: 5, terms: RuleTerms(perWeek: Quantity(wire: 3)))
        let spring = try BudgetKey(wire: "spring")
        try await fund("spring", 23)
        try await rule("spring", .ballotCast, .voter, 5, terms: RuleTerms(budget: spring))
        try await defineReferral()
        try await join(member("Omar"), invitedBy: member("Ines"))
        try await complete(member("Omar"), invitedBy: member("Ines"))
    }

    fileprivate func mixedEvents() throws -> [EventRecord] {
        try (1...64).map { number in
            let someone = member(names[number * 5 % 4]).member
            return try told(number, mixedEvent(number, by: someone), at: clock.now + .minutes(Int64(number)))
        }
    }

    private func mixedEvent(_ number: Int, by member: Member.ID) -> any Event {
        switch number * 7 % 5 {
        case 0: IdeaSubmitted(idea: .example, campaign: .example, author: member)
        case 1: CommentPosted(idea: .example, campaign: .example, author: member)
        case 2: BallotCast(campaign: .example, voter: member, isFirst: number < 50)
        case 3: IdeaSelected(idea: .example, campaign: .example, author: member, rank: .one)
        default: IdeaScored(idea: .example, campaign: .example, expert: member)
        }
    }

    /// Everything that members can see of it, and what is counted for their standing.
    fileprivate func outcome(of records: [EventRecord]) async throws -> [String] {
        var lines: [String] = []
        for name in names {
            let member = member(name)
            for line in try await call(GetStatement(limit: PageLimit(wire: 200)), as: member).lines {
                let rule = "\(line.rule?.wire ?? "") \(line.ruleVersion?.wire ?? 0)"
                // The event of an invitation that qualified has an id of its own.
                let source = rule.hasPrefix("welcome") || rule.hasPrefix("invited") ? "" : line.source?.wire ?? ""
                lines.append("\(name) \(line.before) \(line.amount) \(line.after) \(rule) \(source)")
            }
            let counts = try await read { tx in try tx.all(ContributionTable.perDay(of: member.member)) }
            lines += counts.map { "\(name) \($0.event.wire) \($0.day) \($0.count)" }.sorted()
        }
        for record in records {
            let id = try Occurrence.ID(wire: record.id)
            let skipped = try await read { tx in try tx.all(SkipTable.all(for: id)) }
            lines += skipped.map { "\(record.position) \($0.rule) \($0.version) \($0.member) \($0.reason)" }
        }
        let due = try await read { tx in try tx.all(DueTable.next(after: "", limit: 100)) }
        return lines + due.map(\.wire)
    }
}
