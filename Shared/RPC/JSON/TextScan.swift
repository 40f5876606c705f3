/// Bit tricks over string bytes, shared by reading and writing.
enum TextScan {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The high bit of each byte that is a quote, a backslash, a control character or not ASCII.
    ///
    /// Subtraction borrows upwards only from a byte that is itself marked, so the lowest mark is always exact.
    @inline(__always)
    static func special(_ word: UInt64) -> UInt64 { (escaped(word) | word) & highs }

    /// The high bit of each byte that has to be escaped in output; the lowest mark is exact, and bytes that are not
    /// ASCII are left alone.
    @inline(__always)
    static func escaped(_ word: UInt64) -> UInt64 {
        let quote = (word ^ (ones &* 0x22)) &- ones
        let backslash = (word ^ (ones &* 0x5C)) &- ones
        let control = word &- (ones &* 0x20)
        return (quote | backslash | control) & ~word & highs
    }

    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    /// Four hexadecimal digits as a UTF-16 unit.
    static func hexUnit(_ digits: UnsafePointer<UInt8>) -> UInt16? {
        var unit: UInt16 = 0
        for offset in 0..<4 {
            guard let digit = hexDigit(digits[offset]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}
