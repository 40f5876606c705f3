import CPostgres
import TypedSQL

/// Where the server is, and how it is spoken to.
package struct PostgresAddress: Sendable {
    let url: String
    /// Whether statements are prepared once per connection and kept under a name.
    let keepsStatements: Bool

    /// Our own parameter is taken out, because libpq refuses those it does not know.
    init(_ text: String) throws {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let parameters = parts.count > 1 ? parts[1].split(separator: "&") : []
        let others = parameters.filter { $0 != Self.unnamed }
        keepsStatements = others.count == parameters.count
        url = others.isEmpty ? String(parts.first ?? "") : "\(parts[0])?\(others.joined(separator: "&"))"
        guard Self.isReadable(url) else {
            // The reason libpq gives is kept back: it may quote the password.
            throw SQLError.other(code: "url", message: "the PostgreSQL URL cannot be read")
        }
    }

    private static let unnamed = "statements=unnamed"

    private static func isReadable(_ url: String) -> Bool {
        guard url.hasPrefix("postgresql://") || url.hasPrefix("postgres://") else { return false }
        guard let options = PQconninfoParse(url, nil) else { return false }
        PQconninfoFree(options)
        return true
    }

    /// What libpq is given, later ones overriding earlier ones. A server that refuses writes is not
    /// connected to unless the URL asks for it.
    var parameters: [(name: String, value: String)] {
        [
            ("application_name", "wellspring"),
            ("target_session_attrs", "read-write"),
            ("keepalives_idle", "30"),
            ("dbname", url),
            ("client_encoding", "UTF8"),
        ]
    }
}
