import Models
import Testing

@testable import Identity

struct KeyScheduleTests {
    private let schedule = KeySchedule(rotation: .days(30), lead: .minutes(10), trail: .minutes(10))
    private let start = Instant.example

    @Test func theFirstKeySignsAtOnce() {
        #expect(schedule.begin(ofKeyAfter: [], at: start) == start)
    }

    /// A year of minutes: whatever signs is published at least ten minutes before and ten minutes after.
    @Test func everySignatureCanBeCheckedAllItsLife() throws {
        var keys: [KeySchedule.Key] = []
        var (seen, signed): ([String: Instant], [(String, Instant)]) = ([:], [])
        for minute in Swift.stride(from: Int64(0), to: 525_600, by: 7) {
            let now = start + Seconds(minute * 60)
            if let begin = schedule.begin(ofKeyAfter: keys, at: now) {
                keys.append(.init(name: "\(keys.count)", signsFrom: begin))
            }
            let published = schedule.published(keys, at: now).map(\.name)
            for name in published where seen[name] == nil { seen[name] = now }
            let signing = try #require(schedule.signing(keys, at: now))
            #expect(published.contains(signing.name))
            if signing.name != "0" { #expect(now >= (seen[signing.name] ?? now) + .minutes(10)) }
            signed.append((signing.name, now))
            for (name, at) in signed.suffix(2) where now < at + .minutes(5) { #expect(published.contains(name)) }
        }
        #expect(keys.count == 13)
        #expect(schedule.published(keys, at: start + .days(365)).count <= 2)
    }

    @Test func anOldKeyIsGoneAfterTheTrail() {
        let keys = [
            KeySchedule.Key(name: "old", signsFrom: start), KeySchedule.Key(name: "new", signsFrom: start + .days(30)),
        ]
        let change = start + .days(30)
        #expect(schedule.signing(keys, at: change - Seconds(1))?.name == "old")
        #expect(schedule.signing(keys, at: change)?.name == "new")
        #expect(schedule.published(keys, at: change + Seconds(599)).map(\.name) == ["old", "new"])
        #expect(schedule.published(keys, at: change + .minutes(10)).map(\.name) == ["new"])
    }
}
