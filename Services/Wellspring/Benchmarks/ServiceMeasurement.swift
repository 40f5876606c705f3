import FeedbackAPI
import Foundation
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Synchronization

/// The services on one engine: durable awards, a selection, and the weekly report over what the awards have told.
struct ServiceMeasurement {
    let name: String
    let database: String?
    let election: String?
    let seconds: Double
    /// Calls under way at the same time.
    static let width = 128
    /// How many events the report is to be made of.
    static let events = 100_000

    func run() async throws {
        let directory = DataDirectory("/tmp/ws-bench-\(ProcessInfo.processInfo.processIdentifier)-\(name)")
        let community = try Community(directory, database: database)
        try await community.start()
        do { try await measure(try Calling(directory)) } catch {
            await community.stop()
            throw error
        }
        await community.stop()
        try? FileManager.default.removeItem(atPath: directory.path)
    }

    private func measure(_ calling: Calling) async throws {
        let count = try await awards(calling)
        try await report(calling, atLeast: count)
        if let election { try await select(election, calling) }
        await calling.close()
    }

    /// - Returns: how many were made.
    private func awards(_ calling: Calling) async throws -> Int {
        let made = Made()
        let began = ContinuousClock.now
        let end = began + .seconds(seconds)
        try await withThrowingTaskGroup { group in
            for worker in 0..<Self.width { group.addTask { try await Self.award(worker, calling, made, until: end) } }
            try await group.waitForAll()
        }
        let count = made.count
        let took = (ContinuousClock.now - began) / .seconds(1)
        print(
            "| durable awards on \(name), \(Self.width) at a time, \(count) in all | \(Int(Double(count) / took)) awards/s |"
        )
        return count
    }

    private static func award(_ worker: Int, _ calling: Calling, _ made: Made, until end: ContinuousClock.Instant)
        async throws
    {
        let member = Member.ID(at: .example, entropy: UInt128(worker + 1))
        let award = AwardPoints(
            member: member,
            amount: try PointAmount(wire: 1),
            reason: try Sentence(wire: "Measured")
        )
        while ContinuousClock.now < end || made.count < events {
            _ = try await calling.call(award)
            made.add()
        }
    }

    private func report(_ calling: Calling, atLeast count: Int) async throws {
        let request = ReadWeeklyReport(week: Week(of: WallClock.system.now().day), format: .html)
        let json = ReadWeeklyReport(week: request.week, format: .json)
        let end = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < end {
            let figures = try await calling.call(json).figures?.figures ?? []
            if figures.contains(where: { $0.name == .pointsAwarded && Int($0.value.wire) >= count }) { break }
            // Outside of what is measured: until feedback has followed the events of rewards.
            try await Task.sleep(for: .milliseconds(200))
        }
        let began = ContinuousClock.now
        _ = try await calling.call(request)
        print("| weekly report (HTML) over \(count) events on \(name) | \(milliseconds(since: began)) ms |")
    }

    private func select(_ path: String, _ calling: Calling) async throws {
        let election = try Reading.file(path) { try PabulibElection(parsing: $0) }
        let currency = try Currency(wire: "PLN")
        let open = try election.campaign(opening: WallClock.system.now() - Seconds(60), currency: currency)
        let importing = Importing(calling: calling, isQuiet: true)
        let took = try await importing.timedSelection(
            open,
            ideas: election.ideas(currency: currency),
            ballots: election.approvals()
        )
        print("| import of \(election.ballots.count) ballots on \(name) | \(took.importing) ms |")
        print(
            "| ideas.select over \(election.ballots.count) ballots, \(election.projects.count) projects on \(name) | \(took.selecting) ms |"
        )
    }

    private func milliseconds(since began: ContinuousClock.Instant) -> Int {
        Int((ContinuousClock.now - began) / .milliseconds(1))
    }
}

/// How many calls were answered, counted from many tasks.
final class Made: Sendable {
    private let number = Atomic<Int>(0)

    var count: Int { number.load(ordering: .relaxed) }
    func add() { number.add(1, ordering: .relaxed) }
}
