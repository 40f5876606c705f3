import IdentityAPI
import Models

/// Who may create API clients, and with what.
enum ClientRules {
    static let usualDays = 365
    static let mostDays = 730

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
