import Foundation
import Support
import Testing

@testable import Wellspring

/// Four real processes in a directory of their own, gone when the test is over.
enum TemporaryCommunity {
    static func run(
        on engine: TestEngine,
        extra: [ServiceName: [String: String]] = [:],
        _ body: (Community) async throws -> Void
    ) async throws {
        switch engine {
        case .sqlite: try await run(database: nil, extra: extra, body)
        case .postgres:
            try await TestServer.withDatabase { url in try await run(database: url, extra: extra, body) }
        }
    }

    /// - Parameter database: a PostgreSQL URL; nil for SQLite.
    static func run(
        database: String?,
        extra: [ServiceName: [String: String]] = [:],
        _ body: (Community) async throws -> Void
    ) async throws {
        // Short, because the path of a socket has at most 107 bytes.
        let path = "/tmp/ws-\(UInt32.random(in: 0...UInt32.max))"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let community = try Community(DataDirectory(path), database: database, extra: extra)
        try await community.start()
        do { try await body(community) } catch {
            await community.stop()
            print(logs(of: community))
            throw error
        }
        await community.stop()
        if let database { try PostgresDatabases(url: database).drop() }
    }

    /// The last lines of each log, for whoever has to find out why a test failed.
    private static func logs(of community: Community) -> String {
        ServiceName.allCases.map { service in
            let text = (try? String(contentsOfFile: community.directory.log(service), encoding: .utf8)) ?? ""
            return "\(service.rawValue):\n" + text.split(separator: "\n").suffix(8).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
