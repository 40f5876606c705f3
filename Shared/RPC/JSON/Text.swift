/// Scalars as JSON text.
enum Text {
    static func append(_ string: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        let isDone: Void? = string.utf8.withContiguousStorageIfAvailable { append($0, to: &bytes) }
        if isDone == nil { Array(string.utf8).withUnsafeBufferPointer { append($0, to: &bytes) } }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Runs without escapes are copied whole, and most strings are one such run.
    static func append(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var from = 0
        while from < source.count {
            let stop = nextEscape(source, from)
            if stop > from { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[from..<stop])) }
            if stop < source.count { appendEscape(source[stop], to: &bytes) }
            from = stop + 1
        }
    }

    @inline(__always)
    private static func nextEscape(_ source: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
        guard let base = source.baseAddress else { return start }
        var at = start
        while at + 8 <= source.count {
            let special = TextScan.escaped(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
            if special != 0 { return at + special.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < source.count, TextScan.isPlain(base[at]) || base[at] >= 0x80 { at += 1 }
        return at
    }

    private static func appendEscape(_ byte: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(contentsOf: [UInt8(ascii: "\\"), byte])
        case 0x08: bytes.append(contentsOf: "\\b".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0C: bytes.append(contentsOf: "\\f".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        default:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(UInt8(ascii: "0") + byte >> 4)
            let low = byte & 15
            bytes.append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
        }
    }

    static func append<T: FixedWidthInteger>(_ value: T, to bytes: inout [UInt8]) {
        guard value != 0 else { return bytes.append(UInt8(ascii: "0")) }
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        while rest != 0 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
            rest = quotient
        }
        bytes[start...].reverse()
    }

    /// The shortest digits that read back as the same double; JSON has no form for what is not finite.
    static func append(_ value: Double, to bytes: inout [UInt8]) throws(JSONFailure) {
        guard value.isFinite else { throw JSONFailure(sentence: "JSON cannot hold \(value).") }
        bytes.append(contentsOf: value.description.utf8)
    }
}
