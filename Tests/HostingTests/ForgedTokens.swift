import Crypto
import Foundation

/// Tokens that must not pass, made from one that does: headers, claims, signatures and forms that are wrong.
enum ForgedTokens {
    static func all(from good: String) -> [String] {
        let parts = good.split(separator: ".").map(String.init)
        let header = json(parts[0])
        let claims = json(parts[1])
        return forms(good, parts) + headers(header, parts) + self.claims(claims, parts) + signatures(parts) + [
            keyInTheHeader(header, claims)
        ]
    }

    private static func forms(_ good: String, _ parts: [String]) -> [String] {
        let cut = (1...20).map { String(good.dropLast($0)) }
        let odd = [
            "", ".", "..", "a.b.c", parts[0], parts[0] + "." + parts[1], good + ".", "." + good, good + "." + parts[2],
            " " + good,
        ]
        let huge = [
            String(repeating: "a", count: 5000), parts[0] + "." + String(repeating: "A", count: 8000) + "." + parts[2],
        ]
        let alphabet = ["+", "/", "=", "%", "\u{0}", "é"].map { parts[0] + $0 + "." + parts[1] + "." + parts[2] }
        return cut + odd + huge + alphabet
    }

    private static func headers(_ header: [String: Any], _ parts: [String]) -> [String] {
        var forged: [String] = []
        for algorithm in ["none", "None", "NONE", "HS256", "HS512", "RS256", "ES256", "PS256", "eddsa", "EdDSA ", ""] {
            forged.append(text(header.merging(["alg": algorithm]) { _, new in new }) + "." + parts[1] + "." + parts[2])
            forged.append(text(header.merging(["alg": algorithm]) { _, new in new }) + "." + parts[1] + ".")
        }
        for type in ["JWT", "jwt", "at+JWT ", "rt+jwt", ""] {
            forged.append(text(header.merging(["typ": type]) { _, new in new }) + "." + parts[1] + "." + parts[2])
        }
        for key in ["../../etc/passwd", "' OR 1=1 --", "", "unknown", String(repeating: "k", count: 1000)] {
            forged.append(text(header.merging(["kid": key]) { _, new in new }) + "." + parts[1] + "." + parts[2])
        }
        for missing in ["alg", "typ", "kid"] {
            forged.append(text(header.filter { $0.key != missing }) + "." + parts[1] + "." + parts[2])
        }
        let critical: [String: Any] = ["crit": ["exp"], "b64": false]
        return forged + [text(header.merging(critical) { _, new in new }) + "." + parts[1] + "." + parts[2]]
    }

    /// Any other claim breaks the signature; these must fail for that reason alone.
    private static func claims(_ claims: [String: Any], _ parts: [String]) -> [String] {
        let changes: [[String: Any]] = [
            ["exp": 9_999_999_999], ["nbf": 0], ["iat": 0], ["aud": "other"], ["iss": "somebody"],
            ["sub": "mem_00000000000000000000000000"],
            ["kind": "client"], ["kind": "service"], ["roles": ["administrator"]], ["scope": "probe:staff"],
            ["sid": "x"], ["exp": -1],
            ["exp": "soon"], ["roles": "administrator"],
        ]
        let changed = changes.map { change in
            parts[0] + "." + text(claims.merging(change) { _, new in new }) + "." + parts[2]
        }
        let without = claims.keys.map { key in parts[0] + "." + text(claims.filter { $0.key != key }) + "." + parts[2] }
        return changed + without
    }

    /// Every single bit of the signature counts.
    private static func signatures(_ parts: [String]) -> [String] {
        guard let signature = Data(base64Encoded: padded(parts[2])) else { return [] }
        return (0..<64).map { place in
            var wrong = signature
            wrong[place] ^= 1 << (place % 8)
            return parts[0] + "." + parts[1] + "." + base64URL(wrong)
        }
    }

    /// Signed well, by a key that the header itself brings.
    private static func keyInTheHeader(_ header: [String: Any], _ claims: [String: Any]) -> String {
        let key = Curve25519.Signing.PrivateKey()
        let own: [String: Any] = [
            "jwk": ["kty": "OKP", "crv": "Ed25519", "x": base64URL(key.publicKey.rawRepresentation)]
        ]
        let body = text(header.merging(own) { _, new in new }) + "." + text(claims)
        let signature = (try? key.signature(for: Data(body.utf8))) ?? Data()
        return body + "." + base64URL(signature)
    }

    private static func json(_ part: String) -> [String: Any] {
        let object = Data(base64Encoded: padded(part)).flatMap { try? JSONSerialization.jsonObject(with: $0) }
        return object as? [String: Any] ?? [:]
    }

    private static func text(_ object: [String: Any]) -> String {
        base64URL((try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])) ?? Data())
    }

    private static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func padded(_ part: String) -> String {
        let plain = part.replacing("-", with: "+").replacing("_", with: "/")
        return plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
    }
}
