import IdentityAPI
import Models

/// What can be wrong with a new password. Nothing is asked of its composition (ASVS 6.2.5).
enum PasswordFlaw: Sendable, Hashable { case tooShort, tooCommon }

/// Which passwords can be chosen.
struct PasswordRules: Sendable {
    /// In characters, 8 or more.
    var minimum: Int

    /// - Parameter words: what stands around the account and is guessed first: the person's name and address.
    func flaw(of password: Password, around words: [String]) -> PasswordFlaw? {
        if password.wire.count < minimum { return .tooShort }
        return GuessablePassword(words: words).matches(password.wire) ? .tooCommon : nil
    }
}

extension PasswordFlaw? {
    /// The same flaw in the words of one method.
    func check<R: Error>(_ tooShort: R, _ tooCommon: R) throws(R) {
        switch self {
        case .tooShort: throw tooShort
        case .tooCommon: throw tooCommon
        case nil: return
        }
    }
}
