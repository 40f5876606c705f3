import IdentityAPI
import Models
import Testing

@testable import Identity

struct ProfileTests {
    private let now = Instant.example

    @Test func itIsCompleteOnceNothingIsMissing() throws {
        var profile = Profile.example
        #expect(profile.missing == [.customerType, .affiliation, .interests])
        profile = try profile.changed(by: CompleteProfile(customerType: .strict), at: now)
        #expect(profile.missing == [.affiliation, .interests])
        profile = try profile.changed(by: CompleteProfile(affiliation: .example), at: now)
        #expect(profile.completedAt == nil)
        profile = try profile.changed(by: CompleteProfile(interests: [.example, .example]), at: now)
        #expect(profile.interests == [.example])
        #expect(profile.completedAt == now)
    }

    @Test func theFirstMomentOfCompletenessStays() throws {
        let change = CompleteProfile(customerType: .trial, affiliation: .example, interests: [.example])
        let complete = try Profile.example.changed(by: change, at: now)
        let emptied = try complete.changed(by: CompleteProfile(interests: []), at: now + .days(1))
        #expect(emptied.missing == [.interests])
        let again = try emptied.changed(by: change, at: now + .days(2))
        #expect(again.completedAt == now)
    }

    @Test func whatIsNotGivenStays() throws {
        let change = CompleteProfile(
            customerType: .expert,
            affiliation: .example,
            interests: [.example],
            contactBy: [.phone],
            name: try PersonName(wire: "Ayo"),
            language: try LanguageTag(wire: "pt-BR")
        )
        let full = try Profile.example.changed(by: change, at: now)
        #expect(try full.changed(by: CompleteProfile(), at: now) == full)
    }

    @Test func twentyInterestsAreTheMost() throws {
        let tags = try (1...21).map { try Tag(wire: "tag \($0)") }
        _ = try Profile.example.changed(by: CompleteProfile(interests: Array(tags.prefix(20))), at: now)
        #expect(throws: CompleteProfile.Refusal.interestsTooMany) {
            try Profile.example.changed(by: CompleteProfile(interests: tags), at: now)
        }
    }
}
