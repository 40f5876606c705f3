import Contract
import Foundation
import Models
import Postgres
import RPC
import RewardsAPI
import Support
import Testing

@testable import Wellspring

/// A database server that goes away while the services run: they say so in a form that a client can act on, and go on
/// when it is there again, without being started anew.
@Suite(.serialized) struct StoppedDatabaseTests {
    @Test func aStoppedDatabaseIsSaidAndServiceResumes() async throws {
        try await OwnServer.use { server, community in
            let calling = try Calling(community.directory)
            let load = AwardLoad(calling)
            let workers = Task { try await Self.run(load) }
            await eventually(within: .seconds(30)) { load.acknowledged >= 20 }
            try await TestServer.blocking { try server.crash() }
            for service in ServiceName.allCases {
                await eventually(within: .seconds(15)) {
                    await Probe.status(community.directory.socket(service)) == "NOT_SERVING"
                }
            }
            await Self.expectUnavailable { _ = try await load.balance() }
            await Self.expectUnavailable { try await load.award("while-it-is-away") }
            try await TestServer.blocking { try server.start() }
            for service in ServiceName.allCases {
                await eventually(within: .seconds(30)) {
                    await Probe.status(community.directory.socket(service)) == "SERVING"
                }
            }
            try await workers.value
            let reasons = Set(load.faults.map(\.reason))
            #expect(reasons.isSubset(of: ["UNAVAILABLE", "OUTCOME_UNKNOWN"]), "\(reasons)")
            #expect(load.faults.allSatisfy { $0.isRetryable })
            try await load.expectAll(Self.workers * Self.rounds)
            #expect(community.ended == nil, "the services are the same processes")
            await load.close()
            await calling.close()
        }
    }

    /// The server is ended while a commit waits for a standby: the change is made, and nobody was told. Whether it was
    /// is what the service cannot know, and what the same key finds out.
    @Test func anUnknownOutcomeIsFoundOutByTheSameKey() async throws {
        let settings = ["synchronous_standby_names = 'ghost'", "synchronous_commit = local"]
        try await OwnServer.use(settings) { server, community in
            let calling = try Calling(community.directory)
            let load = AwardLoad(calling)
            try await load.award("before")
            try await Self.set("synchronous_commit = on", on: server)
            await eventually(within: .seconds(10)) { await Self.waitsForStandby(server) }
            let waiting = Task { try await load.award("lost") }
            await eventually(within: .seconds(20)) { await Self.isCommitWaiting(on: server) }
            try await Self.set("synchronous_commit = local", on: server, isRead: false)
            try await TestServer.blocking { try server.crash() }
            let fault = await #expect(throws: Fault.self) { try await waiting.value }
            #expect(fault?.reason == "OUTCOME_UNKNOWN" && fault?.isRetryable == true)
            try await TestServer.blocking { try server.start() }
            let found = try await load.insist("lost")
            #expect(found.balance.wire == 2, "the second point, and no third one")
            #expect(try await load.award("lost") == found, "the same key gives the same answer")
            try await load.expectAll(2)
            #expect(community.ended == nil, "the services are the same processes")
            await load.close()
            await calling.close()
        }
    }

    private static func expectUnavailable(_ call: () async throws -> Void) async {
        let start = ContinuousClock.now
        let fault = await #expect(throws: Fault.self) { try await call() }
        #expect(ContinuousClock.now - start < .seconds(5), "nobody waits for what is away")
        #expect(fault?.reason == "UNAVAILABLE" && fault?.isRetryable == true)
        #expect(fault?.retryAfterMilliseconds == 1000)
    }

    private static let workers = 4
    private static let rounds = 40

    private static func run(_ load: AwardLoad) async throws {
        try await withThrowingTaskGroup { group in
            for worker in 0..<workers {
                group.addTask { for round in 0..<rounds { try await load.insist("\(worker)-\(round)") } }
            }
            try await group.waitForAll()
        }
    }

    /// - Parameter isRead: whether the running server is told, or only the next one.
    private static func set(_ setting: String, on server: ThrowawayPostgres, isRead: Bool = true) async throws {
        try await TestServer.blocking {
            try runCommand("ALTER SYSTEM SET \(setting)", url: server.url())
            if isRead { try runCommand("SELECT pg_reload_conf()", url: server.url()) }
        }
    }

    /// Whether the server has read that commits wait; a connection that is opened now sees what the others are told.
    private static func waitsForStandby(_ server: ThrowawayPostgres) async -> Bool {
        await holds("current_setting('synchronous_commit') = 'on'", on: server)
    }

    /// Whether a commit of the rewards service is made and held back.
    private static func isCommitWaiting(on server: ThrowawayPostgres) async -> Bool {
        let waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = 'faults_rewards' AND wait_event = 'SyncRep'"
        return await holds("EXISTS (\(waiting))", on: server)
    }

    private static func holds(_ condition: String, on server: ThrowawayPostgres) async -> Bool {
        let question = "DO $$ BEGIN IF NOT (\(condition)) THEN RAISE EXCEPTION 'no'; END IF; END $$"
        return await (try? TestServer.blocking { try runCommand(question, url: server.url()) }) != nil
    }
}
