import Contract
import Hosting
import IdeasAPI
import Models
import RewardsAPI
import Support
import Testing
import TypedSQL

@testable import Rewards

/// A database that followed events before contributions were kept has them from its journal.
@Test(arguments: TestEngine.allCases)
func contributionsAreFoundInTheJournal(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        try await host.rule("idea", .ideaSubmitted, .author, 10)
        try await host.rule("idea-again", .ideaSubmitted, .author, 5)
        try await host.levels()
        try await host.ideas(3, by: ines)
        try await host.ideas(1, by: host.member("Omar"))
        let before = try await host.read { try $0.all(ContributionTable.perDay(of: ines.member)) }.map(\.count)
        #expect(before == [3])
        try await host.tamper("DELETE FROM contribution")
        #expect(try await host.read { try $0.all(ContributionTable.perDay(of: ines.member)) }.isEmpty)
        try await host.tamper(ContributionTable.backfill)
        #expect(try await host.read { try $0.all(ContributionTable.perDay(of: ines.member)) }.map(\.count) == before)
        #expect(try await host.level(ines) == "gold")
    }
}
