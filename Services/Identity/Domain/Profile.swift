import IdentityAPI
import Models

/// The part of a member that the member fills in.
struct Profile: Sendable, Hashable {
    var name: PersonName
    var language: LanguageTag
    var customerType: CustomerType?
    var affiliation: Affiliation?
    var interests: [Tag]
    var contactBy: [ContactChannel]
    /// When it was complete for the first time.
    var completedAt: Instant?

    static let mostInterests = 20

    /// What is still needed before an invited person counts (requirement I-08).
    var missing: [ProfileField] {
        ProfileField.allCases.filter { field in
            switch field {
            case .customerType: customerType == nil
            case .affiliation: affiliation == nil
            case .interests: interests.isEmpty
            }
        }
    }

    /// The profile after a change, with the moment of its first completeness.
    func changed(by change: CompleteProfile, at now: Instant) throws(CompleteProfile.Refusal) -> Profile {
        var result = self
        result.name = change.name ?? name
        result.language = change.language ?? language
        result.customerType = change.customerType ?? customerType
        result.affiliation = change.affiliation ?? affiliation
        result.interests = change.interests.map(Self.distinct) ?? interests
        result.contactBy = change.contactBy.map(Self.distinct) ?? contactBy
        guard result.interests.count <= Self.mostInterests else { throw .interestsTooMany }
        if result.missing.isEmpty { result.completedAt = completedAt ?? now }
        return result
    }

    private static func distinct<T: Hashable>(_ values: [T]) -> [T] {
        var seen: Set<T> = []
        return values.filter { seen.insert($0).inserted }
    }
}
