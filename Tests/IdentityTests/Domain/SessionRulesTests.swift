import Models
import Testing

@testable import Identity

struct SessionRulesTests {
    private let rules = SessionRules(idle: .days(14), absolute: .days(30), most: 3)
    private let now = Instant.example

    private func verdict(
        age: Seconds,
        session: Seconds? = nil,
        rotated: Seconds? = nil,
        ended: Bool = false
    ) -> SessionRules.Verdict {
        let token = SessionRules.Presented(
            createdAt: now - age,
            rotatedAt: rotated.map { now - $0 },
            sessionStartedAt: now - (session ?? age),
            sessionEndedAt: ended ? now : nil
        )
        return rules.verdict(on: token, at: now)
    }

    @Test func aFreshTokenIsSpent() {
        #expect(verdict(age: Seconds(0)) == .rotate)
        #expect(verdict(age: .days(14)) == .over)
        #expect(verdict(age: Seconds(Seconds.days(14).count - 1)) == .rotate)
    }

    @Test func aSessionEndsHoweverBusyItIs() {
        #expect(verdict(age: .hours(1), session: .days(29)) == .rotate)
        #expect(verdict(age: .hours(1), session: .days(30)) == .over)
    }

    @Test func theGraceIsTenSeconds() {
        #expect(verdict(age: .hours(1), rotated: Seconds(0)) == .again)
        #expect(verdict(age: .hours(1), rotated: Seconds(10)) == .again)
        #expect(verdict(age: .hours(1), rotated: Seconds(11)) == .stolen)
    }

    @Test func anEndedSessionIsOverWhateverIsPresented() {
        #expect(verdict(age: Seconds(0), ended: true) == .over)
        #expect(verdict(age: .hours(1), rotated: Seconds(5), ended: true) == .over)
        #expect(verdict(age: .hours(1), rotated: .minutes(5), ended: true) == .over)
    }

    @Test func theOldestMakesPlace() {
        #expect(rules.surplus(of: [String]()).isEmpty)
        #expect(rules.surplus(of: ["a", "b"]).isEmpty)
        #expect(Array(rules.surplus(of: ["a", "b", "c"])) == ["a"])
        #expect(Array(rules.surplus(of: ["a", "b", "c", "d"])) == ["a", "b"])
    }
}
