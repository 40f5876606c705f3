import Dispatch
import Foundation
import Postgres
import Testing
public import TypedSQL

/// The PostgreSQL server of this test process: the one `make test` started for all of them, named by
/// `WELLSPRING_TEST_POSTGRES`, or a cluster that is started when the first test asks.
public enum TestServer {
    private static let given = ProcessInfo.processInfo.environment["WELLSPRING_TEST_POSTGRES"]
    private static let own = Result { try ThrowawayPostgres() }
    /// With 4 connections each, or 16 where four services share a database, far from the server's 800.
    private static let turnstile = Turnstile(places: 48)

    private static func url() throws -> String {
        try given ?? own.get().url()
    }

    /// Makes a database, gives its URL, and drops it. Without a PostgreSQL the test is shown as skipped,
    /// or fails when `CI` is `true`.
    public static func withDatabase(_ body: (_ url: String) async throws -> Void) async throws {
        try await turnstile.pass { try await useDatabase(body) }
    }

    private static func useDatabase(_ body: (_ url: String) async throws -> Void) async throws {
        let server: String
        do {
            server = try await blocking { try url() }
        } catch {
            if ProcessInfo.processInfo.environment["CI"] == "true" { throw error }
            try Test.cancel("needs PostgreSQL: \(error)")
        }
        let name = "test_\(UInt64.random(in: 0...UInt64.max))"
        try await command("CREATE DATABASE \(name) TEMPLATE template0", on: server)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(database(name, of: server)))
        } catch {
            outcome = .failure(error)
        }
        try await command("DROP DATABASE \(name) WITH (FORCE)", on: server)
        try outcome.get()
    }

    /// Makes a role that may do nothing yet, gives its name and the URL of the same database for it, and drops it.
    public static func withRole(
        on url: String,
        _ body: (_ name: String, _ url: String) async throws -> Void
    ) async throws {
        let name = "role_\(UInt64.random(in: 0...UInt64.max))"
        try await command("CREATE ROLE \(name) LOGIN", on: url)
        let outcome: Result<Void, any Error>
        do {
            outcome = .success(try await body(name, url.replacing("user=postgres", with: "user=\(name)")))
        } catch {
            outcome = .failure(error)
        }
        try await command("DROP OWNED BY \(name); DROP ROLE \(name)", on: url)
        try outcome.get()
    }

    /// Makes a database and opens it twice: as its owner, and as a role that may do nothing yet.
    public static func withOwnerAndOther(
        _ body: (_ owner: Database, _ other: Database, _ name: String) async throws -> Void
    ) async throws {
        try await withDatabase { url in
            try await withRole(on: url) { name, otherURL in
                try await TestEngine.use(.postgres(url: url), []) { owner in
                    try await TestEngine.use(.postgres(url: otherURL), []) { try await body(owner, $0, name) }
                }
            }
        }
    }

    /// The same URL with another database.
    static func database(_ name: String, of url: String) -> String {
        let parts = url.split(separator: "?", maxSplits: 1)
        let address = parts[0].split(separator: "/", omittingEmptySubsequences: false).prefix(3)
        return ([address.joined(separator: "/") + "/" + name] + parts.dropFirst().map(String.init))
            .joined(separator: "?")
    }

    /// A server that syncs to a busy disk takes seconds for it.
    private static func command(_ text: String, on url: String) async throws {
        try await blocking { try runCommand(text, url: url, limit: .seconds(120)) }
    }

    /// Blocking work is done one by one on a queue of its own and never on the threads of the tests.
    public static func blocking<Output: Sendable>(_ work: @escaping @Sendable () throws -> Output) async throws
        -> Output
    {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }

    private static let queue = DispatchQueue(label: "test-server")
}
