import Crypto
import Foundation
import Hosting
import Models

/// The secrets of this service that must never be in its database: the private halves of the signing keys, and the key
/// from which other secrets are derived. A file of mode 0600, made at the first start.
struct KeyFile: Codable, Sendable, Equatable {
    struct Key: Codable, Sendable, Equatable {
        /// 32 bytes of an Ed25519 private key, hexadecimal.
        var secret: String
        /// RFC 3339.
        var signsFrom: String
    }

    /// 32 bytes, hexadecimal.
    var derivation: String
    var signing: [Key]

    init(random: RandomSource) {
        derivation = Digest(bytes: random.bytes(32)).wire
        signing = []
    }

    static func read(_ path: String) throws -> KeyFile {
        guard let data = FileManager.default.contents(atPath: path),
            let file = try? JSONDecoder().decode(KeyFile.self, from: data)
        else { throw SettingsProblem("The file of signing keys, \(path), cannot be read.") }
        return file
    }

    /// Others see the old file or the new one, never a part, and nobody else may read either.
    func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try PrivateFile.write(try encoder.encode(self), to: path)
    }
}
