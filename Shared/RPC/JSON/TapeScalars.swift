extension TapeBuilder {
    mutating func word(_ word: StaticString, _ kind: Token.Kind) throws(JSONFailure) {
        let length = word.utf8CodeUnitCount
        guard at + length <= count else { throw wrong("The JSON ends too early") }
        for offset in 0..<length where base[at + offset] != word.utf8Start[offset] { throw wrong("Not a JSON value") }
        tape.append(kind, from: at, to: at + length)
        at += length
    }

    /// `-? (0 | [1-9][0-9]*) (.[0-9]+)? ([eE][+-]?[0-9]+)?`
    mutating func number(_ first: UInt8) throws(JSONFailure) {
        let start = at
        var kind = Token.Kind.integer
        if first == UInt8(ascii: "-") { at += 1 }
        if at < count, base[at] == UInt8(ascii: "0") { at += 1 } else { try digits() }
        if at < count, base[at] == UInt8(ascii: ".") {
            kind = .number
            at += 1
            try digits()
        }
        if at < count, base[at] | 0x20 == UInt8(ascii: "e") {
            kind = .number
            at += 1
            if at < count, base[at] == UInt8(ascii: "+") || base[at] == UInt8(ascii: "-") { at += 1 }
            try digits()
        }
        tape.append(kind, from: start, to: at)
    }

    private mutating func digits() throws(JSONFailure) {
        let start = at
        while at < count, base[at] &- UInt8(ascii: "0") < 10 { at += 1 }
        guard at > start else { throw wrong("Not a JSON value") }
    }

    /// From the opening quote to behind the closing one.
    mutating func string() throws(JSONFailure) {
        at += 1
        let start = at
        var flags: Token.Flags = []
        while true {
            skipPlain()
            guard at < count else { throw wrong("The JSON ends within a string") }
            switch base[at] {
            case UInt8(ascii: "\""):
                tape.append(.string, from: start, to: at, flags: flags)
                at += 1
                return
            case UInt8(ascii: "\\"):
                flags = .escaped
                try escape()
            case 0..<0x20: throw wrong("A control character stands unescaped in a string")
            default: try sequence()
            }
        }
    }

    /// Eight bytes at a time over ASCII that is neither quote, backslash nor control character.
    @inline(__always)
    private mutating func skipPlain() {
        while at + 8 <= count {
            let special = TextScan.special(UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
            if special != 0 {
                at += special.trailingZeroBitCount / 8
                return
            }
            at += 8
        }
        while at < count, TextScan.isPlain(base[at]) { at += 1 }
    }

    private mutating func escape() throws(JSONFailure) {
        guard at + 1 < count else { throw wrong("The JSON ends within a string") }
        switch base[at + 1] {
        case UInt8(ascii: "u"): try unicodeEscape()
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 2
        default: throw wrong("Not an escape of JSON")
        }
    }

    private mutating func unicodeEscape() throws(JSONFailure) {
        guard let unit = hexUnit(at + 2) else { throw wrong("Four hexadecimal digits are missing") }
        switch unit {
        case 0xD800..<0xDC00:
            let isPair = at + 7 < count && base[at + 6] == UInt8(ascii: "\\") && base[at + 7] == UInt8(ascii: "u")
            guard isPair, let low = hexUnit(at + 8), (0xDC00..<0xE000).contains(low) else {
                throw wrong("Half a surrogate pair")
            }
            at += 12
        case 0xDC00..<0xE000: throw wrong("Half a surrogate pair")
        default: at += 6
        }
    }

    private func hexUnit(_ start: Int) -> UInt16? {
        guard start + 4 <= count else { return nil }
        return TextScan.hexUnit(base + start)
    }

    /// One UTF-8 sequence of two to four bytes: no overlong form, no surrogate, nothing above U+10FFFF (RFC 3629).
    private mutating func sequence() throws(JSONFailure) {
        let lead = base[at]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0...0)
            }
        guard length > 0, at + length <= count, second.contains(base[at + 1]) else { throw wrong("Not UTF-8") }
        for offset in 2..<max(length, 2) where base[at + offset] & 0xC0 != 0x80 { throw wrong("Not UTF-8") }
        at += length
    }
}
