import Foundation
import JWTKit
import Models
import RPC
import Synchronization

/// Turns an access token into its bearer, without asking anybody as long as the key is known.
final class TokenVerifier: Sendable {
    private struct Known {
        var byToken: [String: (bearer: Bearer, expires: Int64)] = [:]
    }

    private let clock: WallClock
    private let ring: KeyRing
    private let known = Mutex(Known())
    /// Seconds by which the clocks of two machines may differ.
    static let leeway: Int64 = 5
    /// Verified tokens that are remembered; the memory is emptied when it is full.
    static let capacity = 10_000

    init(clock: WallClock, ring: KeyRing) {
        self.clock = clock
        self.ring = ring
    }

    func bearer(of token: String) async throws(Fault) -> Bearer {
        let now = clock.now().microseconds / 1_000_000
        if let earlier = known.withLock({ $0.byToken[token] }) {
            guard earlier.expires + Self.leeway > now else { throw .unauthenticated("the token has expired") }
            return earlier.bearer
        }
        let (bearer, expires) = try await verified(token, at: now)
        known.withLock {
            if $0.byToken.count >= Self.capacity { $0.byToken.removeAll(keepingCapacity: true) }
            $0.byToken[token] = (bearer, expires)
        }
        return bearer
    }

    private func verified(_ token: String, at now: Int64) async throws(Fault) -> (Bearer, Int64) {
        let header = try Self.header(of: token)
        let keys = try await ring.keys(with: header.kid)
        let claims: AccessClaims
        do { claims = try await keys.verify(token, as: AccessClaims.self) } catch {
            throw .unauthenticated("the token's signature does not hold")
        }
        guard claims.iss == AccessClaims.issuer, claims.aud == AccessClaims.audience, let bearer = claims.bearer else {
            throw .unauthenticated("the token is not for this system")
        }
        guard claims.nbf - Self.leeway <= now else { throw .unauthenticated("the token is not valid yet") }
        guard claims.exp + Self.leeway > now else { throw .unauthenticated("the token has expired") }
        return (bearer, claims.exp)
    }

    private struct Header: Decodable {
        var alg: String
        var typ: String
        var kid: String
        var crit: [String]?
    }

    /// One algorithm, one type, a named key: whatever else a header asks for is refused before any key is touched.
    private static func header(of token: String) throws(Fault) -> Header {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard token.utf8.count <= 4096, parts.count == 3, let bytes = base64URL(parts[0]),
            let header = try? JSONDecoder().decode(Header.self, from: bytes),
            header.alg == "EdDSA", header.typ == AccessClaims.headerType, header.crit == nil
        else { throw .unauthenticated("the token is malformed") }
        return header
    }

    private static func base64URL(_ text: Substring) -> Data? {
        guard text.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2F && $0 != 0x3D }) else { return nil }
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
