import Hosting
import Models
import Testing

@testable import Identity

struct ConfigurationTests {
    private func settings(_ environment: [String: String]) async throws -> IdentitySettings {
        var reader = try await SettingsReader(environment: environment)
        return try IdentitySettings(from: &reader)
    }

    @Test func theDefaultsAreThoseOfTheDesign() async throws {
        let settings = try await settings([:])
        #expect(settings.hashCost == ScryptCost(logN: 15, r: 8, p: 3))
        #expect(settings.passwords.minimum == 8 && settings.joining.guardianAge == 16)
        #expect(settings.resetLife == .minutes(10) && settings.confirmationLife == .hours(24))
        #expect(settings.keySchedule.lead == .minutes(10) && settings.keySchedule.trail == .minutes(10))
        #expect(settings.operatorKeyFile == nil && settings.serviceKeysDirectory == nil)
    }

    @Test(arguments: [
        ("PASSWORD_COST", "14"), ("PASSWORD_MINIMUM", "7"), ("GUARDIAN_AGE", "22"), ("LANGUAGE", "???"),
        ("HASH_THREADS", "65"), ("NORMS_VERSION", "0"), ("RESET_LIFE", "7200"),
    ])
    func whatIsTooWeakOrMeansNothingStopsTheStart(name: String, value: String) async {
        await #expect(throws: (any Error).self) { try await settings(["WELLSPRING_IDENTITY_\(name)": value]) }
    }

    @Test func everySettingHasASentence() async throws {
        var reader = try await SettingsReader(environment: [:])
        _ = try IdentitySettings(from: &reader)
        #expect(reader.declared.count == 20)
        #expect(reader.declared.allSatisfy { $0.sentence.hasSuffix(".") && $0.name.hasPrefix("identity.") })
    }
}
