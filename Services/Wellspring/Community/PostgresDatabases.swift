import Foundation
import Postgres
import TypedSQL

/// One database for each service on one PostgreSQL server: `wellspring_identity` and so on, for a URL that ends in
/// `/wellspring`.
struct PostgresDatabases {
    let url: String

    /// Others on the same server.
    func named(_ name: String) -> PostgresDatabases { PostgresDatabases(url: replacingName(with: name)) }

    func url(of service: ServiceName) -> String { replacingName(with: name(of: service)) }

    func name(of service: ServiceName) -> String { "\(name)_\(service.rawValue)" }

    /// Creates those that are missing, with the C collation that keys are compared by on both engines.
    func makeMissing() throws {
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }), !name.isEmpty else {
            throw CommandProblem(
                "The database URL must end in a name of letters, digits and underscores, such as postgres:///wellspring.",
                code: 64
            )
        }
        for service in ServiceName.allCases {
            let database = name(of: service)
            do {
                try runCommand(
                    "CREATE DATABASE \(database) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'",
                    url: replacingName(with: "postgres")
                )
            } catch let error as SQLError {
                guard case .other("42P04", _) = error else { throw Self.problem(error) }
            }
        }
    }

    /// Takes the four databases away with all that is in them.
    func drop() throws {
        for service in ServiceName.allCases {
            try runCommand(
                "DROP DATABASE IF EXISTS \(name)_\(service.rawValue) WITH (FORCE)",
                url: replacingName(with: "postgres")
            )
        }
    }

    /// Runs a command of the server, outside of these databases.
    func command(_ text: String) throws {
        do { try runCommand(text, url: replacingName(with: "postgres")) } catch let error as SQLError {
            throw Self.problem(error)
        }
    }

    private static func problem(_ error: SQLError) -> CommandProblem {
        CommandProblem("PostgreSQL cannot be prepared: \(error)", code: 69)
    }

    private var name: String {
        let address = url.split(separator: "?", maxSplits: 1)[0]
        return address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(3).last.map(String.init) ?? ""
    }

    private func replacingName(with name: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1)
        let address = parts[0].split(separator: "/", omittingEmptySubsequences: false).prefix(3)
        return ([address.joined(separator: "/") + "/" + name] + parts.dropFirst().map(String.init)).joined(
            separator: "?"
        )
    }
}
