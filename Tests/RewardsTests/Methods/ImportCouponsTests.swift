import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func importTakesAFileAsAWhole(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let ines = host.member("Ines")
        let pool = try await host.pool()
        let file = "code,member\r\nSPRING-1\r\n spring-2 , \(ines.member)\r\n\r\nSPRING-3\n"
        let after = try await host.importCodes(file, into: pool)
        #expect(after.all.wire == 3)
        #expect(after.free.wire == 2)
        #expect(after.held.wire == 1)
        #expect(try await host.claim(pool, as: ines).code == Coupons.code(2))
        try await host.expectSound()
    }
}

/// Each broken line is named with its number, and nothing of the file remains.
@Test(arguments: TestEngine.allCases)
func importNamesBrokenLines(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pool = try await host.pool(codes: 1...3)
        let other = try await host.pool()
        let broken = "SPRING-7\nno\nspring-7\nSPRING-8,nobody\nSPRING-9,,\n=cmd()\nSPRING-10"
        #expect(try await lines(of: broken, into: other, host) == [2, 3, 4, 5, 6])
        let known = "SPRING-20\nSPRING-2\nSPRING-21\nspring-3"
        #expect(try await lines(of: known, into: other, host) == [2, 4])
        #expect(try await lines(of: "\n\n", into: other, host) == [1])
        #expect(try await host.figures(of: other) == [0, 0, 0, 0, 0, 0])
        #expect(try await host.figures(of: pool) == [3, 3, 0, 0, 0, 0])
    }
}

private func lines(of text: String, into pool: CouponPoolRecord, _ host: Harness<RewardsService>) async throws -> [Int]
{
    do {
        try await host.importCodes(text, into: pool)
        return []
    } catch let fault as Fault {
        #expect(fault.reason == "INVALID_PARAMS")
        return fault.details.compactMap { Int($0.sentence.split(separator: " ")[1]) }
    }
}

@Test(arguments: TestEngine.allCases)
func importRefuses(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let file = ImportCoupons(pool: .example, codes: .example)
        await #expect(throws: ImportCoupons.Refusal.poolUnknown) { try await host.call(file, as: host.staff()) }
        await #expect(throws: Fault.self) { try await host.call(file, as: host.member("Ines")) }
        let pool = try await host.pool()
        await #expect(throws: ImportCoupons.Refusal.periodEmpty) {
            try await host.importCodes("SPRING-1", into: pool, until: host.clock.now)
        }
        let many = (1...5001).map { "SPRING-\($0)" }.joined(separator: "\n")
        await #expect(throws: ImportCoupons.Refusal.tooMany) { try await host.importCodes(many, into: pool) }
    }
    try await Harness<RewardsService>.run(on: engine) { host in
        let file = ImportCoupons(pool: .example, codes: .example)
        await #expect(throws: ImportCoupons.Refusal.couponsOff) { try await host.call(file, as: host.staff()) }
    }
}

@Test(arguments: TestEngine.allCases)
func oneFileIsImportedOnceInARace(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pools = [try await host.pool(), try await host.pool()]
        let results = await race(8) { number in
            // The same codes in another order, so that two imports meet in the middle.
            let codes = (1...40).map { "SPRING-\($0)" }
            let text = (number.isMultiple(of: 2) ? codes : codes.reversed()).joined(separator: "\n")
            return try await host.importCodes(text, into: pools[number % 2])
        }
        #expect(results.compactMap { try? $0.get() }.count == 1)
        var all: Int64 = 0
        for pool in pools { all += try await host.figures(of: pool)[0] }
        #expect(all == 40)
    }
}

/// What stands in the database is of no use without the key.
@Test(arguments: TestEngine.allCases)
func codesAreNotInTheDatabase(engine: TestEngine) async throws {
    try await Coupons.run(on: engine) { host in
        let pool = try await host.pool(codes: 1...2)
        try await host.claim(pool, as: host.member("Ines"))
        let query = Query<String>("SELECT digest || ' ' || sealed || ' ' || id AS words FROM coupon") { row in
            try row.get("words")
        }
        let rows = try await host.read { tx in try tx.all(query) }
        #expect(rows.count == 2)
        #expect(rows.allSatisfy { !$0.uppercased().contains("SPRING") })
        let hex = "SPRING".utf8.map { String($0, radix: 16) }.joined()
        #expect(rows.allSatisfy { !$0.contains(hex) })
    }
}
