import Foundation
import IdentityAPI
import Models

/// A folder for the files that an operator would write.
struct KeyFolder {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("keys-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url.appendingPathComponent("services"),
            withIntermediateDirectories: true
        )
    }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    }

    func key(_ name: String) -> ClientKey {
        let number = name.utf8.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        return ClientKey(client: ID(at: .example, entropy: number), bytes: RandomSource.system.bytes(32))
    }

    func remove() { try? FileManager.default.removeItem(at: url) }
}
