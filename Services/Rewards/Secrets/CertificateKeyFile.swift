import Crypto
import Foundation
import Hosting
import Models
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// The private half of the key that signs certificates: a file of mode 0600, made when the first certificate is signed.
/// Who wants a new key moves the file away; what the old one signed stays verifiable, because its public half is kept.
final class CertificateKeyFile: Sendable {
    /// As it stands in the file.
    struct Content: Codable, Sendable, Equatable {
        /// 32 bytes of an Ed25519 private key, base64.
        var secret: Data
    }

    private let path: String
    private let secret = Mutex<Data?>(nil)

    init(path: String) { self.path = path }

    /// - Throws: ``SettingsProblem`` where the file cannot be made or read.
    func key() throws -> Curve25519.Signing.PrivateKey {
        let raw = try secret.withLock { known in
            if let known { return known }
            let read = try locked { try readOrMake() }
            known = read
            return read
        }
        return try Curve25519.Signing.PrivateKey(rawRepresentation: raw)
    }

    private func readOrMake() throws -> Data {
        if FileManager.default.fileExists(atPath: path) {
            guard let data = FileManager.default.contents(atPath: path),
                let content = try? JSONDecoder().decode(Content.self, from: data), content.secret.count == 32
            else { throw SettingsProblem("The file of the key for certificates, \(path), cannot be read.") }
            return content.secret
        }
        let fresh = Content(secret: Curve25519.Signing.PrivateKey().rawRepresentation)
        try PrivateFile.write(try JSONEncoder().encode(fresh), to: path)
        return fresh.secret
    }

    /// Of several processes that share the file one makes it. The lock is on a file beside, because the file itself is
    /// put in its place as a whole.
    private func locked<T>(_ work: () throws -> T) throws -> T {
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw problem }
        defer { close(lock) }
        guard flock(lock, LOCK_EX) == 0 else { throw problem }
        return try work()
    }

    private var problem: SettingsProblem {
        SettingsProblem("The file of the key for certificates, \(path), cannot be locked.")
    }
}
