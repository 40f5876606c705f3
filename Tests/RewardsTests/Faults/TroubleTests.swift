import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

// What may succeed a moment later must never be told as a want of points: the customer would be sent away for good, and
// an id would stay refused for ever.

/// What the server says when it is in trouble, and what a caller is told.
/// Source: https://www.postgresql.org/docs/15/errcodes-appendix.html
struct Trouble: Sendable, CustomTestStringConvertible {
    let code: SQL
    let reason: String
    let testDescription: String

    private init(_ code: SQL, _ name: String, _ reason: String) {
        self.code = code
        self.reason = reason
        testDescription = name
    }

    static let all: [Trouble] = [
        Trouble("40001", "serialization failure", "CONFLICT"),
        Trouble("40P01", "deadlock", "CONFLICT"),
        Trouble("55P03", "lock not available", "CONFLICT"),
        Trouble("57014", "query cancelled", "DEADLINE_EXCEEDED"),
        Trouble("53100", "disk full", "STORAGE_FULL"),
        Trouble("53200", "out of memory", "UNAVAILABLE"),
        Trouble("53300", "too many connections", "UNAVAILABLE"),
        Trouble("57P01", "administrator's shutdown", "UNAVAILABLE"),
        Trouble("08006", "connection failure", "UNAVAILABLE"),
    ]
}

/// Each way to spend, under an id or key of its own, so that it can be sent again.
private enum Spend: CaseIterable {
    case charge, hold, redeem, give, post

    func send(_ host: Harness<RewardsService>, _ offer: Offer, _ held: Transfer.ID) async throws {
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        switch self {
        case .charge: try await host.charge(5, from: ines, transfer: Transfer.ID(at: .example, entropy: 1))
        case .hold: try await host.hold(5, of: ines, transfer: Transfer.ID(at: .example, entropy: 2))
        case .redeem: _ = try await host.call(RedeemReward(reward: offer.id), as: ines.once("redeem"))
        case .give:
            let gift = GivePoints(to: omar.member, amount: try points(5), reason: .example)
            _ = try await host.call(gift, as: ines.once("give"))
        case .post: _ = try await host.call(PostHold(hold: held, amount: try points(5)), as: host.backend())
        }
    }
}

@Test(arguments: Trouble.all)
func troubleIsNoWantOfPoints(trouble: Trouble) async throws {
    try await Harness<RewardsService>.run(on: .postgres, settings: LedgerRun.settings) { host in
        for member in ["Ines", "Omar"] { try await host.give(25, to: host.member(member)) }
        let offer = try await host.offer(price: 5, stock: 9)
        let held = try await host.hold(5, of: host.member("Ines")).transfer
        for table in ["account", "transfer", "entry", "lot"] as [SQL] {
            try await host.make(trouble, on: table)
            for spend in Spend.allCases {
                let fault = await #expect(throws: Fault.self, "\(spend)") { try await spend.send(host, offer, held) }
                #expect(fault?.reason == trouble.reason && fault?.isRetryable == true, "\(spend)")
            }
            try await host.endTrouble(on: table)
        }
        // The points suffice exactly, and nothing was noted under the ids.
        for spend in Spend.allCases { try await spend.send(host, offer, held) }
        #expect(try await host.available(host.member("Ines")) == 0)
        try await host.expectSound()
    }
}

extension Harness where Service == RewardsService {
    fileprivate func make(_ trouble: Trouble, on table: SQL) async throws {
        let statements: [SQL] = [
            """
            CREATE FUNCTION trouble() RETURNS trigger LANGUAGE plpgsql AS
            'BEGIN RAISE EXCEPTION ''trouble'' USING ERRCODE = ''\(trouble.code)''; END'
            """,
            """
            CREATE TRIGGER trouble BEFORE INSERT OR UPDATE ON \(table) FOR EACH STATEMENT EXECUTE FUNCTION trouble()
            """,
        ]
        try await host.database.write { tx in for statement in statements { try tx.run(Statement(statement)) } }
    }

    fileprivate func endTrouble(on table: SQL) async throws {
        try await host.database.write { tx in
            try tx.run(Statement("DROP TRIGGER trouble ON \(table)"))
            try tx.run(Statement("DROP FUNCTION trouble()"))
        }
    }
}

/// The connection is cut while a payment waits for its account, and cut again when the service tries once more.
@Test func aLostConnectionIsNoWantOfPoints() async throws {
    try await Harness<RewardsService>.run(on: .postgres) { host in
        let ines = host.member("Ines")
        try await host.give(10, to: ines)
        let (isLocked, locked) = AsyncStream<Void>.makeStream()
        let account = AccountID.member(ines.member, .points)
        async let cutting: Void = host.host.database.write(isolation: .readCommitted) { tx in
            try tx.run(AccountTable.lock(account))
            locked.finish()
            try cutWaiting(2, in: tx)
        }
        for await _ in isLocked {}
        let id = Transfer.ID(at: .example, entropy: 1)
        let fault = await #expect(throws: Fault.self) { try await host.charge(10, from: ines, transfer: id) }
        #expect(fault?.reason == "UNAVAILABLE" && fault?.isRetryable == true)
        try await cutting
        #expect(try await host.charge(10, from: ines, transfer: id).balance == .zero)
        try await host.expectSound()
    }
}

/// Ends that many connections that wait for a lock, or gives up after 20 seconds.
private func cutWaiting(_ count: Int, in transaction: Transaction) throws {
    let cut = Query<Int64>(
        """
        SELECT pid, pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
    ) { row in try row.get("pid") }
    let end = ContinuousClock.now + .seconds(20)
    // One that was told to end is seen for some moments more.
    var ended: Set<Int64> = []
    while ended.count < count, ContinuousClock.now < end {
        // What the server says of others stays the same within a transaction unless it is told to look again.
        try transaction.run(Statement("SELECT pg_stat_clear_snapshot()"))
        ended.formUnion(try transaction.all(cut))
    }
}
