import Contract
import Hosting
import Models
import Testing

@testable import Rewards

@Test func settingsHaveTheirDefaults() async throws {
    var reader = try await SettingsReader(environment: [:])
    let settings = try RewardsSettings(from: &reader)
    #expect(settings.lifetime == .days(365))
    #expect(settings.largestAward == (try points(1_000_000)))
}

@Test(arguments: ["WELLSPRING_REWARDS_EXPIRY", "WELLSPRING_REWARDS_LARGEST_AWARD"])
func settingsHaveTheirLimits(variable: String) async throws {
    var reader = try await SettingsReader(environment: [variable: "0"])
    #expect(throws: SettingsProblem.self) { try RewardsSettings(from: &reader) }
}
