public import Contract
import Models

/// The public half of a key that signs access tokens.
public struct SigningKey: Codable, Sendable, Equatable {
    /// Stands in the header of each token that it signed.
    public var kid: KeyName
    public var algorithm: SigningAlgorithm
    public var publicKey: PublicKeyText

    public init(kid: KeyName, algorithm: SigningAlgorithm, publicKey: PublicKeyText) {
        self.kid = kid
        self.algorithm = algorithm
        self.publicKey = publicKey
    }
}

/// How tokens are signed.
public enum SigningAlgorithm: String, Codable, CaseIterable, Sendable {
    /// Ed25519, RFC 8037.
    case edDSA = "EdDSA"
}

/// The name of a key: the first 16 bytes of the SHA-256 of its public half, in hexadecimal.
public struct KeyName: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard wire.utf8.count == 32, wire.utf8.allSatisfy(Hexadecimal.isDigit) else {
            throw InvalidValue("must be 32 hexadecimal digits in lower case")
        }
        self.wire = wire
    }

    /// - Parameter digest: of which the first 16 bytes are taken.
    public init(digest: some Sequence<UInt8>) { wire = Hexadecimal.text(digest.prefix(16)) }

    public static var schema: Schema { .text(32...32, pattern: "^[0-9a-f]{32}$", "The name of a signing key.") }
    public static var example: KeyName { KeyName(digest: (0..<16).map { UInt8($0) }) }
}

/// The 32 bytes of an Ed25519 public key in base64url without padding (RFC 4648 section 5).
public struct PublicKeyText: WireValue {
    public let wire: String

    public init(wire: String) throws(InvalidValue) {
        guard wire.utf8.count == 43, wire.utf8.allSatisfy(Self.isDigit) else {
            throw InvalidValue("must be 43 characters of base64url")
        }
        self.wire = wire
    }

    private init(unchecked: String) { wire = unchecked }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 95
    }

    public static var schema: Schema {
        .text(43...43, pattern: "^[A-Za-z0-9_-]{43}$", "An Ed25519 public key in base64url without padding.")
    }
    public static var example: PublicKeyText {
        PublicKeyText(unchecked: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
    }
}
