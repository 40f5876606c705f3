/// What a connection speaks, decided by its first bytes.
enum Framing: Equatable {
    /// JSON values one after the other.
    case concatenated
    /// `Content-Length` header blocks.
    case headers
    /// HTTP/1.1.
    case http

    /// The outcome of looking at the bytes received so far.
    enum Sniffed: Equatable {
        case needsMore
        case framing(Framing)
        case junk
    }

    private static let httpMethods: [StaticString] = [
        "POST ", "GET ", "HEAD ", "OPTIONS ", "PUT ", "DELETE ", "PATCH ",
    ]

    /// - Parameter bytes: everything from the first byte on that is neither blank nor a byte-order mark.
    static func sniff(_ bytes: UnsafeRawBufferPointer) -> Sniffed {
        guard let first = bytes.first else { return .needsMore }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "t"),
            UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return .framing(.concatenated)
        default: break
        }
        switch matchesStart(bytes, of: "content-", ignoringCase: true) {
        case .framing: return .framing(.headers)
        case .needsMore: return .needsMore
        case .junk: return sniffHTTP(bytes)
        }
    }

    private static func sniffHTTP(_ bytes: UnsafeRawBufferPointer) -> Sniffed {
        var needsMore = false
        for method in httpMethods {
            switch matchesStart(bytes, of: method, ignoringCase: false) {
            case .framing: return .framing(.http)
            case .needsMore: needsMore = true
            case .junk: continue
            }
        }
        return needsMore ? .needsMore : .junk
    }

    private static func matchesStart(
        _ bytes: UnsafeRawBufferPointer,
        of word: StaticString,
        ignoringCase: Bool
    ) -> Sniffed {
        word.withUTF8Buffer { expected in
            for (found, wanted) in zip(bytes, expected) {
                guard found == wanted || (ignoringCase && found | 0x20 == wanted | 0x20) else { return .junk }
            }
            return bytes.count < expected.count ? .needsMore : .framing(.http)
        }
    }

    /// How many bytes at the start are blank or a byte-order mark. Nil where a byte-order mark may still be incomplete.
    static func blankPrefix(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var offset = 0
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if let first = bytes.first, first == mark[0] {
            guard bytes.count >= 3 else { return zip(bytes, mark).allSatisfy(==) ? nil : 0 }
            if bytes[1] == mark[1], bytes[2] == mark[2] { offset = 3 }
        }
        while offset < bytes.count, isBlank(bytes[offset]) { offset += 1 }
        return offset
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) || byte == 0
    }
}
