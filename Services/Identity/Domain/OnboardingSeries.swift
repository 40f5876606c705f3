import IdentityAPI
import Models

/// The paced series that brings newcomers in (requirements I-16 and I-17): in order, none skipped, each at its moment.
enum OnboardingSeries {
    /// One step of one member.
    struct Place: Sendable, Hashable {
        var step: OnboardingStep
        var dueAt: Instant
        var completedAt: Instant?
    }

    /// - Parameters:
    ///   - start: when the address was confirmed; the first step is due at once.
    ///   - pace: from each step's moment to the next one's.
    static func planned(from start: Instant, pace: Seconds) -> [Place] {
        OnboardingStep.allCases.enumerated().map { index, step in
            Place(step: step, dueAt: start + Seconds(pace.count * Int64(index)), completedAt: nil)
        }
    }

    /// - Parameter places: all of the member's, in the order of the series.
    static func progress(_ places: [Place], at now: Instant) -> OnboardingProgress {
        let next = places.first { $0.completedAt == nil }
        return OnboardingProgress(
            next: next?.step,
            dueAt: next?.dueAt,
            isDue: next.map { $0.dueAt <= now } ?? false,
            completed: places.filter { $0.completedAt != nil }.map(\.step)
        )
    }

    /// The places after the step was completed.
    static func completing(
        _ step: OnboardingStep,
        of places: [Place],
        at now: Instant
    ) throws(CompleteOnboardingStep.Refusal) -> [Place] {
        guard let index = places.firstIndex(where: { $0.step == step }) else { throw .stepOutOfOrder }
        guard places[index].completedAt == nil else { throw .stepCompleted }
        guard places[..<index].allSatisfy({ $0.completedAt != nil }) else { throw .stepOutOfOrder }
        guard places[index].dueAt <= now else { throw .stepNotDue }
        var result = places
        result[index].completedAt = now
        return result
    }
}
