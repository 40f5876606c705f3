/// Which bytes may stand where in a stream of JSON texts.
struct ByteSet {
    private let low: UInt64
    private let high: UInt64

    init(_ characters: StaticString) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        for offset in 0..<characters.utf8CodeUnitCount {
            let byte = characters.utf8Start[offset]
            if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
        }
        self.low = low
        self.high = high
    }

    init(low: UInt64, high: UInt64) {
        self.low = low
        self.high = high
    }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        byte < 128 && (byte < 64 ? low : high) & 1 << UInt64(byte & 63) != 0
    }

    /// What stands outside strings and opens or closes nothing: white space, `,` `:`, numbers and the three words.
    static let plain = ByteSet(" \t\r\n,:+-.0123456789Eaeflnrstu")
    /// What a number or a word is made of, also a wrong one.
    static let word = ByteSet("+-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")

    /// The offset of the first quote, backslash or control character, eight bytes at a time.
    static func endOfPlainText(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        var at = start
        while at + 8 <= bytes.count {
            let special = TextScan.escaped((base + at).loadUnaligned(as: UInt64.self))
            if special != 0 { return at + special.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < bytes.count, TextScan.isPlain(bytes[at]) || bytes[at] >= 0x80 { at += 1 }
        return at
    }
}
