@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct TimelineTests {
    /// Two hours lie between the phases, so that there is something before each.
    private let phases = Phase.allCases.enumerated().map { place, phase in
        PhaseWindow(
            phase,
            from: Sample.start + .hours(Int64(place) * 3),
            to: Sample.start + .hours(Int64(place) * 3 + 1)
        )
    }

    @Test(arguments: [
        (-1, Stage.announced), (0, .collecting), (3599, .collecting), (3600, .beforeVoting), (3 * 3600, .voting),
        (4 * 3600, .beforeReviewing), (6 * 3600, .reviewing), (7 * 3600, .beforeDeciding), (9 * 3600, .deciding),
        (10 * 3600 - 1, .deciding), (10 * 3600, .overdue),
    ])
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
