/// Decimal text to double.
enum Decimal {
    /// Powers of ten that a double holds exactly.
    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20,
        1e21, 1e22,
    ]

    /// The double that is nearest to a JSON number, infinite where it is out of range.
    ///
    /// Clinger's fast path: digits below 2^53 and a power of ten up to 22 are both exact as doubles, so that one
    /// multiplication or division rounds once, which is correct. All else goes to the standard library.
    static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double {
        guard let (digits, exponent) = short(text), digits < 1 << 53, abs(exponent) <= 22 else {
            return Double(String(decoding: text, as: UTF8.self)) ?? .nan
        }
        let magnitude = exponent < 0 ? Double(digits) / powers[-exponent] : Double(digits) * powers[exponent]
        return text[0] == UInt8(ascii: "-") ? -magnitude : magnitude
    }

    /// Digits and decimal exponent, where there are at most 19 digits.
    private static func short(_ text: UnsafeBufferPointer<UInt8>) -> (digits: UInt64, exponent: Int)? {
        var digits: UInt64 = 0
        var count = 0
        var exponent = 0
        var isFraction = false
        for offset in (text[0] == UInt8(ascii: "-") ? 1 : 0)..<text.count {
            switch text[offset] {
            case UInt8(ascii: "."): isFraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard let power = Int(String(decoding: text[(offset + 1)...], as: UTF8.self)) else { return nil }
                return count <= 19 && power.magnitude < 1000 ? (digits, exponent + power) : nil
            default:
                count += 1
                guard count <= 19 else { return nil }
                digits = digits &* 10 &+ UInt64(text[offset] &- UInt8(ascii: "0"))
                if isFraction { exponent -= 1 }
            }
        }
        return (digits, exponent)
    }
}
