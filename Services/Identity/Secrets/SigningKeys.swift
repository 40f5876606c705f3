import Crypto
import Foundation
import Hosting
import IdentityAPI
import JWTKit
import Models
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Musl
#endif

/// The keys of this installation, in memory and in their file. Several processes may share the file; each reads it anew
/// from time to time, more often than a new key needs to begin to sign.
final class SigningKeys: Sendable {
    private struct Key {
        var secret: Curve25519.Signing.PrivateKey
        var place: KeySchedule.Key
    }

    private struct State {
        var derivation: Derivation
        var keys: [Key]
    }

    private let path: String
    private let schedule: KeySchedule
    /// Nil until the first turn.
    private let state = Mutex<State?>(nil)

    init(path: String, schedule: KeySchedule) {
        self.path = path
        self.schedule = schedule
    }

    var derivation: Derivation { get throws { try current().derivation } }

    /// Reads the file, or makes it, and adds a key to it where the schedule asks for one.
    /// - Throws: ``SettingsProblem`` where the file cannot be made or read.
    func turn(at now: Instant) throws {
        let file = try Self.locked(path) { () throws -> KeyFile in
            let isNew = !FileManager.default.fileExists(atPath: path)
            var file = isNew ? KeyFile(random: .system) : try KeyFile.read(path)
            let places = try Self.state(of: file).keys.map(\.place)
            guard let begin = schedule.begin(ofKeyAfter: places, at: now) else { return file }
            let kept = Set(schedule.published(places, at: now).map(\.signsFrom.wire))
            let secret = Digest(bytes: Curve25519.Signing.PrivateKey().rawRepresentation).wire
            file.signing = file.signing.filter { kept.contains($0.signsFrom) }
            file.signing.append(KeyFile.Key(secret: secret, signsFrom: begin.wire))
            try file.write(to: path)
            return file
        }
        let fresh = try Self.state(of: file)
        state.withLock { $0 = fresh }
    }

    private func current() throws -> State {
        guard let state = state.withLock({ $0 }) else { throw SettingsProblem("The signing keys were not read yet.") }
        return state
    }

    func published(at now: Instant) throws -> [SigningKey] {
        let keys = try current().keys
        let names = Set(schedule.published(keys.map(\.place), at: now).map(\.name))
        return keys.filter { names.contains($0.place.name) }.compactMap(Self.publicHalf)
    }

    /// A signed token.
    func sign(_ claims: AccessClaims, at now: Instant) async throws -> AccessToken {
        let keys = try current().keys
        guard let place = schedule.signing(keys.map(\.place), at: now),
            let key = keys.first(where: { $0.place == place })
        else { throw SettingsProblem("There is no key that signs at this moment.") }
        let kid = JWKIdentifier(string: place.name)
        let collection = JWTKeyCollection()
        await collection.add(eddsa: EdDSA.PrivateKey(backing: key.secret), kid: kid)
        let header: JWTHeader = ["typ": .string(AccessClaims.headerType)]
        return try AccessToken(wire: await collection.sign(claims, kid: kid, header: header))
    }
}

extension SigningKeys {
    private static func state(of file: KeyFile) throws -> State {
        let derivation = Derivation(bytes: try bytes(file.derivation))
        let keys = try file.signing.map { key in
            let secret = try Curve25519.Signing.PrivateKey(rawRepresentation: bytes(key.secret))
            let name = KeyName(digest: SHA256.hash(data: secret.publicKey.rawRepresentation)).wire
            return Key(secret: secret, place: .init(name: name, signsFrom: try Instant(wire: key.signsFrom)))
        }
        return State(derivation: derivation, keys: keys)
    }

    private static func bytes(_ hex: String) throws -> [UInt8] {
        let digits = Array(try Digest(wire: hex).wire.utf8)
        return stride(from: 0, to: digits.count, by: 2).map { nibble(digits[$0]) << 4 | nibble(digits[$0 + 1]) }
    }

    private static func nibble(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }

    private static func publicHalf(of key: Key) -> SigningKey? {
        let text = key.secret.publicKey.rawRepresentation.base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
        guard let kid = try? KeyName(wire: key.place.name), let half = try? PublicKeyText(wire: text) else {
            return nil
        }
        return SigningKey(kid: kid, algorithm: .edDSA, publicKey: half)
    }

    /// One process at a time; the lock is on a file beside, because the file itself is replaced.
    private static func locked<T>(_ path: String, _ work: () throws -> T) throws -> T {
        let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw SettingsProblem("The file of signing keys, \(path), cannot be locked.") }
        defer { close(lock) }
        guard flock(lock, LOCK_EX) == 0 else {
            throw SettingsProblem("The file of signing keys, \(path), cannot be locked.")
        }
        return try work()
    }
}
