import Crypto
import CryptoExtras
import Foundation
import IdentityAPI
import Models

/// Makes and checks stored passwords. Every path does one hash of today's cost, so that time tells nothing.
struct PasswordHasher: Sendable {
    let cost: ScryptCost
    let pool: HashPool
    /// What a password is compared with where there is no account, or one that must not be tried.
    private let dummy: PasswordHash

    /// - Parameter random: gives the dummy its salt and its key, which no password has.
    init(cost: ScryptCost, pool: HashPool, random: RandomSource = .system) {
        self.cost = cost
        self.pool = pool
        dummy = PasswordHash(
            cost: cost,
            salt: random.bytes(PasswordHash.saltLength),
            key: random.bytes(PasswordHash.keyLength)
        )
    }

    /// - Parameter password: nil does the same work for nothing.
    func hash(_ password: Password?, random: RandomSource) async throws -> PasswordHash? {
        let (cost, salt) = (cost, random.bytes(PasswordHash.saltLength))
        let key = try await pool.run { try Self.key(of: password?.wire ?? "", salt: salt, cost: cost) }
        return password == nil ? nil : PasswordHash(cost: cost, salt: salt, key: key)
    }

    enum Match: Sendable, Hashable {
        case wrong
        case right
        /// Right, and the stored hash is of another cost than today's.
        case outdated
    }

    /// - Parameter stored: nil compares with the dummy, which never matches.
    func check(_ password: Password, against stored: PasswordHash?) async throws -> Match {
        let hash = stored ?? dummy
        let key = try await pool.run { try Self.key(of: password.wire, salt: hash.salt, cost: hash.cost) }
        guard Self.areEqual(key, hash.key), stored != nil else { return .wrong }
        return hash.cost == cost ? .right : .outdated
    }

    private static func key(of password: String, salt: [UInt8], cost: ScryptCost) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Array(password.utf8),
            salt: salt,
            outputByteCount: PasswordHash.keyLength,
            rounds: 1 << cost.logN,
            blockSize: cost.r,
            parallelism: cost.p
        )
        return key.withUnsafeBytes { Array($0) }
    }

    /// In a time that does not depend on where they differ.
    private static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
