extension Tape {
    /// The text of a string or member name. The bytes have been checked, so nothing is repaired here.
    func string(_ index: Int) -> String {
        let bytes = bytes(index)
        guard tokens[index].flags.contains(.escaped) else { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count) { Self.unescape(bytes, into: $0) }
    }

    /// Never longer than its source: the shortest escape for n bytes of UTF-8 is itself longer than n.
    private static func unescape(_ source: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>)
        -> Int
    {
        var from = 0
        var to = 0
        while from < source.count {
            guard source[from] == UInt8(ascii: "\\") else {
                target[to] = source[from]
                to += 1
                from += 1
                continue
            }
            let (scalar, length) = escape(source, from)
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                target[to] = unit
                to += 1
            }
            from += length
        }
        return to
    }

    private static func escape(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
        switch source[at + 1] {
        case UInt8(ascii: "b"): ("\u{8}", 2)
        case UInt8(ascii: "f"): ("\u{C}", 2)
        case UInt8(ascii: "n"): ("\n", 2)
        case UInt8(ascii: "r"): ("\r", 2)
        case UInt8(ascii: "t"): ("\t", 2)
        case UInt8(ascii: "u"): unicode(source, at)
        default: (Unicode.Scalar(source[at + 1]), 2)
        }
    }

    private static func unicode(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> (Unicode.Scalar, Int) {
        func unit(_ offset: Int) -> UInt32 {
            source.baseAddress.flatMap { TextScan.hexUnit($0 + offset) }.map(UInt32.init) ?? 0xFFFD
        }
        let first = unit(at + 2)
        guard (0xD800..<0xDC00).contains(first) else { return (Unicode.Scalar(first) ?? "\u{FFFD}", 6) }
        let combined = 0x10000 + (first - 0xD800) << 10 + (unit(at + 8) - 0xDC00)
        return (Unicode.Scalar(combined) ?? "\u{FFFD}", 12)
    }

    /// A whole number, exactly; `1.0` and `1e3` are whole numbers as in JSON Schema, where a double holds them exactly.
    func integer<T: FixedWidthInteger>(_ index: Int, as type: T.Type) throws(JSONFailure) -> T {
        switch tokens[index].kind {
        case .integer:
            if let value = wholeNumber(bytes(index), as: type) { return value }
        case .number:
            let value = try double(index)
            if value.magnitude <= 9_007_199_254_740_992, let whole = T(exactly: value) { return whole }
            if value.rounded() != value { throw JSONFailure(sentence: "Must be a whole number.") }
        default: throw mismatch(index, "a whole number")
        }
        throw JSONFailure(sentence: "Must be between \(T.min) and \(T.max).")
    }

    private func wholeNumber<T: FixedWidthInteger>(_ digits: UnsafeBufferPointer<UInt8>, as type: T.Type) -> T? {
        let isNegative = digits[0] == UInt8(ascii: "-")
        var value: T = 0
        for offset in (isNegative ? 1 : 0)..<digits.count {
            let digit = T(truncatingIfNeeded: digits[offset] &- UInt8(ascii: "0"))
            let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOver) =
                isNegative ? scaled.subtractingReportingOverflow(digit) : scaled.addingReportingOverflow(digit)
            if isTooLarge || isOver { return nil }
            value = sum
        }
        return value
    }

    /// The nearest double; what rounds to infinity is refused.
    func double(_ index: Int) throws(JSONFailure) -> Double {
        guard tokens[index].kind == .integer || tokens[index].kind == .number else { throw mismatch(index, "a number") }
        let value = Decimal.double(bytes(index))
        guard value.isFinite else { throw JSONFailure(sentence: "Must be a number that a 64-bit float can hold.") }
        return value
    }

    func bool(_ index: Int) throws(JSONFailure) -> Bool {
        switch tokens[index].kind {
        case .yes: true
        case .no: false
        default: throw mismatch(index, "true or false")
        }
    }

    func text(_ index: Int) throws(JSONFailure) -> String {
        guard tokens[index].kind == .string else { throw mismatch(index, "a string") }
        return string(index)
    }

    func mismatch(_ index: Int, _ wanted: String) -> JSONFailure {
        let found =
            switch tokens[index].kind {
            case .null: "null"
            case .yes, .no: "a boolean"
            case .integer, .number: "a number"
            case .string: "a string"
            case .array: "an array"
            case .object: "an object"
            }
        return JSONFailure(sentence: "Must be \(wanted), not \(found).")
    }
}
