/// The text form of an instant, without a formatter object: it stands in every reply.
enum RFC3339 {
    static func text(_ microseconds: Int64) -> String {
        let days = floorDivide(microseconds, 86_400_000_000)
        let rest = microseconds - days * 86_400_000_000
        let (year, month, day) = CivilDate.parts(dayNumber: Int(days))
        let seconds = rest / 1_000_000
        var text = "\(padded(Int64(year), 4))-\(padded(Int64(month), 2))-\(padded(Int64(day), 2))T"
        text += "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
        return text + fraction(rest % 1_000_000) + "Z"
    }

    private static func fraction(_ microseconds: Int64) -> String {
        if microseconds == 0 { return "" }
        return microseconds % 1000 == 0 ? ".\(padded(microseconds / 1000, 3))" : ".\(padded(microseconds, 6))"
    }

    static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    static func parse(_ text: String) -> Int64? {
        var reader = DigitReader(Array(text.utf8))
        guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2), reader.skip("-"),
            let day = reader.number(2), reader.skip("T") || reader.skip("t") || reader.skip(" "),
            let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2), reader.skip(":"),
            let second = reader.number(2), let fraction = reader.fraction(), let offset = reader.offset(),
            reader.isAtEnd
        else { return nil }
        guard let days = CivilDate.dayNumber(year: year, month: month, day: day), hour < 24, minute < 60, second < 60
        else { return nil }
        let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset * 60)
        let total = seconds * 1_000_000 + Int64(fraction)
        return Instant.range.contains(total) ? total : nil
    }
}

/// Reads fixed-width digits; each function says nil where the text is of another form.
struct DigitReader {
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func number(_ width: Int) -> Int? {
        guard index + width <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[index..<index + width] {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        index += width
        return value
    }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard index < bytes.count, UInt32(bytes[index]) == character.value else { return false }
        index += 1
        return true
    }

    /// Microseconds of `.123…`; further digits are cut off.
    mutating func fraction() -> Int? {
        guard skip(".") else { return 0 }
        let start = index
        var value = 0
        while index < bytes.count, (48...57).contains(bytes[index]) {
            if index - start < 6 { value = value * 10 + Int(bytes[index] - 48) }
            index += 1
        }
        guard (1...9).contains(index - start) else { return nil }
        for _ in min(index - start, 6)..<6 { value *= 10 }
        return value
    }

    /// Minutes east of UTC.
    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let isEast = skip("+")
        guard isEast || skip("-"), let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60
        else { return nil }
        return (hours * 60 + minutes) * (isEast ? 1 : -1)
    }
}
