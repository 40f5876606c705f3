import Contract
import Foundation
import Models
import Support
import Testing

@Suite struct InstantTests {
    static let forms: [(String, Int64)] = [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.000001Z", 1), ("1969-12-31T23:59:59.999999Z", -1),
        ("2026-09-21T14:13:20Z", 1_790_000_000_000_000), ("2026-09-21t14:13:20z", 1_790_000_000_000_000),
        ("2026-09-21 14:13:20Z", 1_790_000_000_000_000), ("2026-09-21T16:13:20+02:00", 1_790_000_000_000_000),
        ("2026-09-21T08:43:20-05:30", 1_790_000_000_000_000), ("2026-09-21T14:13:20-00:00", 1_790_000_000_000_000),
        ("2026-09-21T14:13:20.5Z", 1_790_000_000_500_000), ("2026-09-21T14:13:20.1234567Z", 1_790_000_000_123_456),
        ("2026-09-21T14:13:20.123456789Z", 1_790_000_000_123_456),
        ("2024-02-29T00:00:00Z", 1_709_164_800_000_000), ("2000-02-29T00:00:00Z", 951_782_400_000_000),
        ("0001-01-01T00:00:00Z", -62_135_596_800_000_000), ("9999-12-31T23:59:59.999999Z", 253_402_300_799_999_999),
    ]

    @Test(arguments: forms) func isRead(text: String, microseconds: Int64) throws {
        #expect(try Instant(wire: text).microseconds == microseconds)
    }

    @Test(arguments: [
        "", "2026-09-21", "2026-09-21T14:13:20", "2026-09-21T14:13Z", "2026-9-21T14:13:20Z", "26-09-21T14:13:20Z",
        "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
        "2026-04-31T00:00:00Z", "2026-09-00T00:00:00Z", "2026-09-21T24:00:00Z", "2026-09-21T14:60:00Z",
        "2026-09-21T14:13:60Z", "2026-09-21T14:13:20.Z", "2026-09-21T14:13:20.1234567890Z", "2026-09-21T14:13:20+24:00",
        "2026-09-21T14:13:20+02:60", "2026-09-21T14:13:20+0200", "2026-09-21T14:13:20+02", "2026-09-21T14:13:20ZZ",
        " 2026-09-21T14:13:20Z", "2026-09-21T14:13:20Z ", "+2026-09-21T14:13:20Z", "-001-09-21T14:13:20Z",
        "0000-12-31T00:00:00Z", "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "10000-01-01T00:00:00Z",
        "2026-09-21T14:13:20,5Z", "２026-09-21T14:13:20Z", "2026-09-21X14:13:20Z", "1790000000",
    ])
    func isRefused(text: String) {
        let error = #expect(throws: InvalidValue.self) { try Instant(wire: text) }
        #expect(error?.sentence.contains("RFC 3339") == true)
    }

    /// No digit more than is needed: 0, 3 or 6.
    @Test(arguments: [(0, "20Z"), (1, "20.000001Z"), (1000, "20.001Z"), (1001, "20.001001Z"), (500_000, "20.500Z")])
    func fractionsAreShort(microseconds: Int64, end: String) {
        let instant = Instant(microseconds: 1_790_000_000_000_000 + microseconds)
        #expect(instant.wire == "2026-09-21T14:13:" + end && "\(instant)" == instant.wire)
    }

    @Test func whatIsWrittenIsReadAgainAndSortsTheSame() throws {
        var random = SeededGenerator.printed()
        let range: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999
        var last = Instant.example
        for _ in 0..<2000 {
            let instant = Instant(microseconds: Int64.random(in: range, using: &random))
            #expect(try Instant(wire: instant.wire) == instant)
            #expect((instant < last) == (instant.microseconds < last.microseconds))
            last = instant
        }
    }

    /// Another implementation says the same.
    @Test func foundationAgrees() throws {
        var random = SeededGenerator.printed()
        let style = Date.ISO8601FormatStyle()
        for _ in 0..<500 {
            let seconds = Int64.random(in: 0...4_102_444_800, using: &random)
            let text = Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(style)
            #expect(Instant(microseconds: seconds * 1_000_000).wire == text)
            #expect(try Instant(wire: text).microseconds == seconds * 1_000_000)
        }
    }

    @Test func whatWouldLeaveTheCalendarStaysAtItsEnd() {
        let (first, last) = (Instant(microseconds: .min), Instant(microseconds: .max))
        #expect(first.wire == "0001-01-01T00:00:00Z" && last.wire == "9999-12-31T23:59:59.999999Z")
        #expect(last + .days(1) == last && first - .days(1) == first)
        #expect(last - .days(1) < last && first + .days(1) > first)
    }

    @Test func secondsAreCountedWhole() {
        let start = Instant.example
        #expect((start + .hours(1)).seconds(since: start) == 3600)
        #expect(start.seconds(since: start + .hours(1)) == -3600)
        #expect(Instant(microseconds: start.microseconds + 1_999_999).seconds(since: start) == 1)
        #expect(Instant(microseconds: start.microseconds - 1_999_999).seconds(since: start) == -1)
    }

    @Test func aDayBeginsAtMidnightInUTC() throws {
        #expect(Instant(microseconds: -1).day.wire == "1969-12-31")
        #expect(Instant(microseconds: 0).day.wire == "1970-01-01")
        #expect(try Instant(wire: "2026-09-21T23:59:59.999999Z").day.wire == "2026-09-21")
        #expect(try Instant(wire: "2026-09-22T00:30:00+01:00").day.wire == "2026-09-21")
    }
}
