import Contract
import Foundation
import Hosting
import IdentityAPI
import Models

/// The API clients whose keys come from files of this installation: the operator, with whom everything begins, and the
/// other services. There is no default account: without the files there is none of them.
struct KeyedClients: Sendable {
    struct Entry: Sendable {
        var client: Client.ID
        var digest: Digest
        var kind: CallerKind
        var scopes: [ScopeName]
    }

    private let entries: [Client.ID: Entry]

    /// - Parameters:
    ///   - operatorFile: holds the key of the operator; nil, or a file that does not exist, is no operator.
    ///   - directory: holds one file for each service.
    /// - Throws: ``SettingsProblem`` for a file that holds no key.
    init(operatorFile: String?, directory: String?) throws {
        var found: [Entry] = []
        if let path = operatorFile, FileManager.default.fileExists(atPath: path) {
            found.append(try Self.entry(path, kind: .client, scopes: ScopeName.everything))
        }
        for path in try directory.map(Self.files) ?? [] {
            found.append(try Self.entry(path, kind: .service, scopes: ScopeName.reading))
        }
        entries = Dictionary(found.map { ($0.client, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(client: Client.ID) -> Entry? { entries[client] }

    private static func files(in directory: String) throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
            throw SettingsProblem("The directory of the services' keys, \(directory), cannot be read.")
        }
        return names.filter { !$0.hasPrefix(".") }.sorted().map { directory + "/" + $0 }
    }

    private static func entry(_ path: String, kind: CallerKind, scopes: [ScopeName]) throws -> Entry {
        let text = (try? String(contentsOfFile: path, encoding: .utf8))?.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let text, let key = try? ClientKey(wire: text) else {
            throw SettingsProblem("\(path) must hold one API key of the form wsk_…_…_…")
        }
        return Entry(client: key.client, digest: key.digest, kind: kind, scopes: scopes)
    }
}
