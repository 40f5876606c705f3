public import Contract
import Models

/// What a secret opens.
public protocol SecretKind: Sendable {
    /// In front of each, so that a scanner that finds a leaked one knows what it is.
    static var prefix: String { get }
    static var name: String { get }
    static var note: String { get }
}

/// 256 bits that nobody can guess, as prefix, underscore and 64 hexadecimal digits in lower case.
///
/// It never describes itself, so that no log and no error can carry it by accident.
public struct Secret<Kind: SecretKind>: WireValue {
    public let wire: String

    /// - Parameter bytes: 32 of them.
    public init(bytes: some Sequence<UInt8>) { wire = Kind.prefix + "_" + Hexadecimal.text(bytes) }

    public init(wire: String) throws(InvalidValue) {
        let body = wire.utf8.dropFirst(Kind.prefix.utf8.count + 1)
        guard wire.hasPrefix(Kind.prefix + "_"), body.count == 64, body.allSatisfy(Hexadecimal.isDigit) else {
            throw InvalidValue("must be \(Kind.prefix)_ followed by 64 hexadecimal digits in lower case")
        }
        self.wire = wire
    }

    public static var schema: Schema {
        let length = Kind.prefix.utf8.count + 65
        return .text(length...length, pattern: "^\(Kind.prefix)_[0-9a-f]{64}$", Kind.note)
    }
    public static var example: Secret<Kind> { Secret(bytes: (0..<32).map { UInt8($0) }) }
    public static var schemaName: String { Kind.name }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(Kind.prefix)_(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

public typealias RefreshToken = Secret<RefreshTokenKind>
public typealias OneTimeSecret = Secret<OneTimeSecretKind>
public typealias InvitationCode = Secret<InvitationCodeKind>

/// Keeps a session going.
public enum RefreshTokenKind: SecretKind {
    public static let prefix = "wsr"
    public static let name = "RefreshToken"
    public static let note = "Keeps a session going; each use gives the next one."
}

/// Proves that somebody reads a mailbox.
public enum OneTimeSecretKind: SecretKind {
    public static let prefix = "wsc"
    public static let name = "OneTimeSecret"
    public static let note = "A code that was sent by message and can be used once."
}

/// Says who invited.
public enum InvitationCodeKind: SecretKind {
    public static let prefix = "wsi"
    public static let name = "InvitationCode"
    public static let note = "The code of an invitation."
}
