import Foundation
import IdentityAPI

/// What stands in a token, read without checking it.
struct Claims: Decodable {
    var iss, aud, sub, kind, scope, jti: String
    var roles: [String]
    var sid: String?
    var iat, nbf, exp: Int64

    init(_ token: AccessToken) throws { self = try Self.part(1, of: token) }

    struct Header: Decodable, Equatable { var alg, typ, kid: String }

    static func header(_ token: AccessToken) throws -> Header { try part(0, of: token) }

    private static func part<T: Decodable>(_ index: Int, of token: AccessToken) throws -> T {
        let text = token.wire.split(separator: ".")[index].replacing("-", with: "+").replacing("_", with: "/")
        let padded = text + String(repeating: "=", count: (4 - text.count % 4) % 4)
        guard let data = Data(base64Encoded: String(padded)) else { throw Missing(what: "part \(index) of a token") }
        return try JSONDecoder().decode(T.self, from: data)
    }
}
