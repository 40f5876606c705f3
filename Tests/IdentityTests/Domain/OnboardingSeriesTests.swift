import IdentityAPI
import Models
import Testing

@testable import Identity

struct OnboardingSeriesTests {
    let start = Instant.example
    var places: [OnboardingSeries.Place] { OnboardingSeries.planned(from: start, pace: .days(2)) }

    @Test func theStepsAreEvenlySpaced() {
        #expect(places.map(\.step) == OnboardingStep.allCases)
        #expect(places.map { $0.dueAt.seconds(since: start) / 86_400 } == [0, 2, 4, 6, 8])
    }

    @Test func theWholeSeriesIsTakenInOrder() throws {
        var (places, now) = (places, start)
        for (index, step) in OnboardingStep.allCases.enumerated() {
            #expect(OnboardingSeries.progress(places, at: now).next == step)
            #expect(OnboardingSeries.progress(places, at: now).isDue)
            places = try OnboardingSeries.completing(step, of: places, at: now)
            #expect(OnboardingSeries.progress(places, at: now).completed == Array(OnboardingStep.allCases[...index]))
            now = now + .days(2)
        }
        let done = OnboardingSeries.progress(places, at: now)
        #expect(done.next == nil && done.dueAt == nil && !done.isDue)
    }

    /// Every step in every state of the series, at a moment when everything is due and at the beginning.
    @Test func thereIsOneWayThrough() {
        for taken in 0...OnboardingStep.allCases.count {
            for (index, step) in OnboardingStep.allCases.enumerated() {
                let late = refusal(of: step, after: taken, at: start + .days(30))
                #expect(late == (index < taken ? .stepCompleted : index > taken ? .stepOutOfOrder : nil))
                let early = refusal(of: step, after: taken, at: start - Seconds(1))
                #expect(early == (index < taken ? .stepCompleted : index > taken ? .stepOutOfOrder : .stepNotDue))
            }
        }
    }

    private func refusal(of step: OnboardingStep, after taken: Int, at now: Instant) -> CompleteOnboardingStep.Refusal?
    {
        var places = places
        for index in 0..<taken { places[index].completedAt = start + .days(20) }
        do { _ = try OnboardingSeries.completing(step, of: places, at: now) } catch { return error }
        return nil
    }

    @Test func aStepThatIsNotInTheSeriesIsOutOfOrder() {
        #expect(throws: CompleteOnboardingStep.Refusal.stepOutOfOrder) {
            try OnboardingSeries.completing(.discover, of: [], at: start)
        }
    }
}
