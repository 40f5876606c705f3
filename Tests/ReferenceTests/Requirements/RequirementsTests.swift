import Contract
import RPC
import Testing

@testable import Rewards

/// The map from what the product must do to what does it: each row has a method that exists and a test that exists, and
/// each method serves a row.
@Suite struct RequirementsTests {
    private static let subject = Subject.all.first { $0.name == "rewards" }

    @Test func everyRowHasItsMethodsAndTests() throws {
        let subject = try #require(Self.subject)
        let names = Set(try subject.methods().map(\.name))
        let tests = try TestSources()
        for row in RewardsRequirements.rows {
            #expect(!row.methods.isEmpty && !row.tests.isEmpty, "\(row.id) has a method and a test")
            for method in row.methods { #expect(names.contains("rewards." + method), "\(row.id): \(method)") }
            for test in row.tests { #expect(tests.files[test] != nil, "\(row.id): \(test)") }
        }
        let numbers = (1...43).map { number in number < 10 ? "R-0\(number)" : "R-\(number)" }
        #expect(RewardsRequirements.rows.map(\.id) == numbers)
    }

    @Test func everyMethodServesARequirement() throws {
        let subject = try #require(Self.subject)
        let served = Set(RewardsRequirements.rows.flatMap(\.methods).map { "rewards." + $0 })
            .union(RewardsRequirements.running.map { "rewards." + $0 })
        for method in try subject.methods() { #expect(served.contains(method.name), "\(method.name) serves no row") }
    }

    @Test func requirements() throws {
        let tests = try TestSources()
        var text = DocumentTests.notice + Self.introduction
        for row in RewardsRequirements.rows {
            let methods = row.methods.map { "[rewards.\($0)](rewards.md#rewards\($0.lowercased().filter(\.isLetter)))" }
            let proofs = row.tests.map { "[\($0)](../../\(tests.files[$0] ?? ""))" }
            let cells = [row.id, row.text, methods.joined(separator: ", "), proofs.joined(separator: ", ")]
            text += "| " + cells.joined(separator: " | ") + " |\n"
        }
        try Golden.check("requirements.md", text)
    }

    private static let introduction = """
        # What the product must do, and where

        Each row is a requirement of the field, with the methods that meet it and the tests that show it.

        | row | requirement | methods | tests |
        |---|---|---|---|

        """
}
