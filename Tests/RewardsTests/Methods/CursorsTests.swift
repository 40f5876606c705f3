import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test func cursorsGiveBackWhatTheyWereMadeFrom() throws {
    let place = Place(earned: try Points(wire: 70), member: .example)
    #expect(try Cursors.place(Cursor(key: place.key)) == place)
    #expect(try Cursors.version(Cursor(key: "12")) == 12)
}

/// The cursor of another list, or of another service, is a wrong parameter and says which.
@Test(arguments: ["", "x", "rdm_01", "1.5", "12 ", "70 mem", "9223372036854775808"])
func cursorsOfAnotherListAreNamedAsTheWrongParam(key: String) {
    let cursor = Cursor(key: key)
    for read in [{ _ = try Cursors.version(cursor) }, { _ = try Cursors.place(cursor) }] as [() throws -> Void] {
        let fault = #expect(throws: Fault.self) { try read() }
        #expect(fault?.reason == "INVALID_PARAMS")
        #expect(fault?.details.map(\.path) == ["/after"])
    }
}

/// Through the methods, on a list that has more than one page.
@Test(arguments: TestEngine.allCases)
func cursorsOfOneListDoNotOpenTheOther(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let (ines, one) = (host.member("Ines"), try PageLimit(wire: 1))
        for member in [ines, host.member("Omar"), ines] { try await host.give(5, to: member) }
        let lines = try #require(try await host.call(GetStatement(limit: one), as: ines).next)
        let places = try #require(try await host.call(GetLeaderboard(limit: one), as: ines).next)
        await #expect(throws: Fault.self) { try await host.call(GetStatement(after: places), as: ines) }
        await #expect(throws: Fault.self) { try await host.call(GetLeaderboard(after: lines), as: ines) }
        #expect(try await host.call(GetStatement(after: lines), as: ines).lines.count == 1)
        #expect(try await host.call(GetLeaderboard(after: places), as: ines).items.count == 1)
    }
}
