public import Contract
public import Models

/// What an API client proves itself with: `wsk_`, the 26 characters of its id, `_`, 64 hexadecimal digits of secret,
/// `_` and the CRC-32 of all before it in 8 hexadecimal digits.
///
/// Prefix and checksum let a scanner tell a leaked key from a random string without asking anybody.
public struct ClientKey: WireValue {
    public let client: Client.ID
    /// The secret alone, 64 hexadecimal digits.
    public let secret: String

    /// - Parameter bytes: 32 random bytes.
    public init(client: Client.ID, bytes: some Sequence<UInt8>) {
        self.client = client
        secret = Hexadecimal.text(bytes)
    }

    public init(wire: String) throws(InvalidValue) {
        let parts = wire.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "wsk", let client = try? Client.ID(wire: "cli_" + parts[1]),
            parts[2].utf8.count == 64, parts[2].utf8.allSatisfy(Hexadecimal.isDigit)
        else { throw InvalidValue("must be a key of the form wsk_…_…_…") }
        self.client = client
        secret = String(parts[2])
        guard self.wire == wire else {
            throw InvalidValue("must be a key that was copied whole: its checksum is wrong")
        }
    }

    public var wire: String {
        let body = "wsk_\(client.wire.dropFirst(4))_\(secret)"
        return body + "_" + Hexadecimal.text(Checksum.crc32(body.utf8))
    }

    public static var schema: Schema {
        .text(
            104...104,
            pattern: "^wsk_[0-9a-hjkmnp-tv-z]{26}_[0-9a-f]{64}_[0-9a-f]{8}$",
            "The key of an API client."
        )
    }
    public static var example: ClientKey { ClientKey(client: .example, bytes: (0..<32).map { UInt8($0) }) }
}

extension ClientKey: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "wsk_(hidden)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

enum Checksum {
    /// CRC-32 as in ISO 3309 (polynomial 0xEDB88320, reflected), most significant byte first.
    static func crc32(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: ~crc >> $0) }
    }
}
