import IdentityAPI
import Models

/// Who may create API clients, and with what.
enum ClientRules {
    /// How long a key opens: a year if nothing is said, two years at most.
    static func life(days: Quantity?) -> Seconds { .days(min(days?.wire ?? 365, 730)) }

    /// Nobody can pass on what he, she or it does not have; administrators have everything.
    /// - Parameter held: the scopes of the API client that asks; nil where a member does.
    static func check(
        _ wanted: [ScopeName],
        isAdministrator: Bool,
        held: [ScopeName]?
    ) throws(CreateClient.Refusal) {
        guard isAdministrator || held != nil else { throw .administratorNeeded }
        guard !wanted.isEmpty else { throw .scopesMissing }
        if let held, !Set(wanted).isSubset(of: held) { throw .scopeNotHeld }
    }
}
