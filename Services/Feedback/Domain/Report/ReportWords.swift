import FeedbackAPI
import Models

/// How numbers, moments and lengths of time are written in the documents.
enum ReportWords {
    static func number(_ number: Int64) -> String {
        let digits = Array(String(number.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "\u{2212}" + text : text
    }

    static func signed(_ value: Int64) -> String { value > 0 ? "+" + number(value) : number(value) }

    static func percent(_ percentage: Percentage) -> String { tenths(percentage.tenths) + "\u{00A0}%" }

    static func tenths(_ tenths: Int64) -> String {
        (tenths < 0 ? "\u{2212}" : "") + "\(number(abs(tenths) / 10)).\(abs(tenths) % 10)"
    }

    /// `21 of 24`
    static func part(_ share: Proportion) -> String { "\(number(share.count.wire)) of \(number(share.base.wire))" }

    /// `69.0–95.7 %`; nil where there is nothing that it could be the interval of.
    static func interval(_ share: Proportion) -> String? {
        guard let low = share.low, let high = share.high else { return nil }
        return "\(tenths(low.tenths))\u{2013}\(percent(high))"
    }

    /// `21 of 24, 95 % interval 69.0–95.7 %`; nil of nothing.
    static func base(_ share: Proportion) -> String? {
        interval(share).map { "\(part(share)), 95\u{00A0}% interval \($0)" }
    }

    static func day(_ day: Day) -> String {
        let parts = day.wire.split(separator: "-")
        let month = Int(parts[1]).map { months[$0 - 1] } ?? ""
        return "\(Int(parts[2]) ?? 0) \(month) \(parts[0])"
    }

    static func moment(_ instant: Instant) -> String {
        "\(day(instant.day)), \(instant.wire.dropFirst(11).prefix(5)) UTC"
    }

    /// `14–20 September 2026`, as short as it can be without doubt.
    static func span(_ from: Day, _ to: Day) -> String {
        let (first, last) = (day(from).split(separator: " "), day(to).split(separator: " "))
        if first[2] != last[2] { return "\(day(from)) \u{2013} \(day(to))" }
        if first[1] != last[1] { return "\(first[0]) \(first[1]) \u{2013} \(day(to))" }
        return "\(first[0])\u{2013}\(day(to))"
    }

    static func week(_ week: Week) -> String {
        "Week \(Int(week.wire.suffix(2)) ?? 0) of \(week.wire.prefix(4))"
    }

    /// The two largest parts: `2 d 4 h`, `3 h 20 min`, `40 min`.
    static func length(_ seconds: Seconds) -> String {
        let minutes = seconds.count / 60
        let parts = [(minutes / 1440, "d"), (minutes / 60 % 24, "h"), (minutes % 60, "min")]
        let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
        return shown.isEmpty
            ? "under 1\u{00A0}min" : shown.map { "\(number($0.0))\u{00A0}\($0.1)" }.joined(separator: " ")
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
}
