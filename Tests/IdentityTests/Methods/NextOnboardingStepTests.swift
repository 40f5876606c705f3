import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct NextOnboardingStepTests {
    @Test(arguments: TestEngine.allCases)
    func eachStepHasItsMomentAndItsMessage(engine: TestEngine) async throws {
        try await withIdentity(on: engine, settings: ["WELLSPRING_IDENTITY_ONBOARDING_PACE": "86400"]) { host in
            let ines = try await host.joined("Ines")
            let start = host.clock.now
            var told: [OnboardingStep] = []
            for (day, step) in OnboardingStep.allCases.enumerated() {
                let progress = try await host.call(NextOnboardingStep(), as: ines)
                #expect(progress.next == step && progress.isDue)
                #expect(progress.dueAt == start + .days(Int64(day)))
                told += try await host.mail().filter { $0.kind == .onboardingStep }.compactMap(\.step)
                #expect(told.last == step)
                let after = try await host.call(CompleteOnboardingStep(step: step), as: ines)
                #expect(!after.isDue)
                host.clock.advance(by: .days(1))
            }
            let done = try await host.call(NextOnboardingStep(), as: ines)
            #expect(done == OnboardingProgress(next: nil, dueAt: nil, isDue: false, completed: OnboardingStep.allCases))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            await #expect(throws: NextOnboardingStep.Refusal.memberUnknown) {
                try await host.call(NextOnboardingStep(), as: host.member("Ghost"))
            }
            let ayo = try await host.registered("Ayo")
            await #expect(throws: NextOnboardingStep.Refusal.notConfirmed) {
                try await host.call(NextOnboardingStep(), as: ayo)
            }
        }
    }
}
