import IdentityAPI
import Models
import Support
import Testing

@testable import Identity

struct CompleteOnboardingStepTests {
    @Test(arguments: TestEngine.allCases)
    func theLastStepIsMarkedAsTheLast(engine: TestEngine) async throws {
        try await withIdentity(on: engine, settings: ["WELLSPRING_IDENTITY_ONBOARDING_PACE": "0"]) { host in
            let ines = try await host.joined("Ines")
            for step in OnboardingStep.allCases {
                _ = try await host.call(CompleteOnboardingStep(step: step), as: ines)
            }
            let events = try await host.published(OnboardingStepCompleted.self)
            #expect(events.map(\.step) == OnboardingStep.allCases)
            #expect(events.map(\.isLast) == [false, false, false, false, true])
            #expect(events.allSatisfy { $0.member == ines.member })
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theRefusalsComeInTheirOrder(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            await refused(.memberUnknown, .discover, host.member("Ghost"), host)
            await refused(.notConfirmed, .discover, try await host.registered("Ayo"), host)
            let ines = try await host.joined("Ines")
            await refused(.stepOutOfOrder, .discover, ines, host)
            _ = try await host.call(CompleteOnboardingStep(step: .learnSelfService), as: ines)
            await refused(.stepCompleted, .learnSelfService, ines, host)
            await refused(.stepOutOfOrder, .connect, ines, host)
            await refused(.stepNotDue, .discover, ines, host)
            host.clock.advance(by: .days(2))
            _ = try await host.call(CompleteOnboardingStep(step: .discover), as: ines)
        }
    }

    private func refused(
        _ refusal: CompleteOnboardingStep.Refusal,
        _ step: OnboardingStep,
        _ caller: TestCaller,
        _ host: Harness<IdentityService>
    ) async {
        await #expect(throws: refusal) { try await host.call(CompleteOnboardingStep(step: step), as: caller) }
    }

    @Test(arguments: TestEngine.allCases)
    func manyAtOnceCompleteItOnce(engine: TestEngine) async throws {
        try await withIdentity(on: engine) { host in
            let ines = try await host.joined("Ines")
            let answers = await race(8) { _ in
                try await host.call(CompleteOnboardingStep(step: .learnSelfService), as: ines)
            }
            #expect(answers.compactMap { try? $0.get() }.count == 1, "\(answers)")
            #expect(try await host.published(OnboardingStepCompleted.self).count == 1)
        }
    }
}
