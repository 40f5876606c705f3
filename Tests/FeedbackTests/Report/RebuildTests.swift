import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

/// The reporting tables are a function of the logs: however the events were cut into batches, and whenever the tables
/// are filled again from the first event on, the reports are the same to the byte.
struct RebuildTests {
    @Test(arguments: TestEngine.allCases)
    func anySplitGivesTheSameReports(engine: TestEngine) async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        print("RebuildTests seed \(seed)")
        let stage = try Stage.story(seed: seed, events: 400)
        var seen: Set<[[UInt8]]> = []
        for round in 0..<(engine == .sqlite ? 4 : 2) {
            try await Desk.run(on: engine) { desk in
                desk.clock.set(Day(number: Stage.monday.number + 21).start)
                try await desk.follow(stage, batchesFrom: seed &+ UInt64(round))
                #expect(try await desk.parked().isEmpty)
                seen.insert(try await reports(desk))
            }
        }
        #expect(seen.count == 1, "seed \(seed)")
    }

    @Test func anotherStoryGivesAnotherReport() async throws {
        var seen: Set<[[UInt8]]> = []
        for seed in [1, 2] as [UInt64] {
            try await Desk.run(on: .sqlite) { desk in
                desk.clock.set(Day(number: Stage.monday.number + 21).start)
                try await desk.follow(Stage.story(seed: seed, events: 200), batchesFrom: 1)
                seen.insert(try await reports(desk))
            }
        }
        #expect(seen.count == 2)
    }

    private func reports(_ desk: Desk) async throws -> [[UInt8]] {
        var reports: [[UInt8]] = []
        for offset in [0, 7, 14] {
            let week = Week(of: Day(number: Stage.monday.number + offset))
            for format in ReportFormat.allCases { reports.append(try await desk.report(week, format)) }
        }
        return reports
    }
}
