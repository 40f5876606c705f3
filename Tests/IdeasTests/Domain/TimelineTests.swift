@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct TimelineTests {
    /// Two hours lie between the phases, so that there is something before each.
    private let phases: [PhaseWindow] = Phase.allCases.enumerated().map { place, phase in
        let opensAt = Sample.start + .hours(Int64(place) * 3)
        return PhaseWindow(phase, from: opensAt, to: opensAt + .hours(1))
    }

    private static let moments: [(Int, Stage)] = [
        (-1, .announced), (0, .collecting), (3599, .collecting), (3600, .beforeVoting), (10_800, .voting),
        (14_400, .beforeReviewing), (21_600, .reviewing), (25_200, .beforeDeciding), (32_400, .deciding),
        (35_999, .deciding), (36_000, .overdue),
    ]

    @Test(arguments: moments)
    func stageFollowsTheClock(seconds: Int, expected: Stage) {
        let now = Instant(microseconds: Sample.start.microseconds + Int64(seconds) * 1_000_000)
        #expect(Timeline(phases, closings: [], isDecided: false).stage(at: now) == expected)
    }

    @Test func decidedStaysDecided() {
        #expect(Timeline(phases, closings: [], isDecided: true).stage(at: Sample.start) == .decided)
    }

    @Test func anEarlyClosingOpensTheNextPhaseAndNoOther() {
        let moment = Sample.start + .minutes(10)
        let closing = PhaseClosing(phase: .collecting, closedAt: moment, closedBy: .example)
        let timeline = Timeline(phases, closings: [closing], isDecided: false)
        #expect(timeline.stage(at: moment - Seconds(1)) == .collecting)
        #expect(timeline.stage(at: moment) == .voting)
        #expect(timeline.windows[1].closesAt == phases[1].closesAt)
        #expect(timeline.windows[2] == phases[2])
    }

    @Test func everyPhaseCanBeClosedEarly() {
        let closings = [Phase.collecting, .voting, .reviewing].enumerated().map { place, phase in
            PhaseClosing(phase: phase, closedAt: Sample.start + .minutes(Int64(place) + 1), closedBy: .example)
        }
        let timeline = Timeline(phases, closings: closings, isDecided: false)
        #expect(timeline.stage(at: Sample.start + .minutes(2)) == .reviewing)
        #expect(timeline.stage(at: Sample.start + .minutes(3)) == .deciding)
    }

    @Test func aCampaignWithoutVotingGoesFromCollectingToReviewing() {
        let timeline = Timeline(Sample.phases([.collecting, .reviewing, .deciding]), closings: [], isDecided: false)
        #expect(timeline.stage(at: Sample.start + .hours(1)) == .reviewing)
    }
}
