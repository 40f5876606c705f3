import Hosting
@testable import Ideas
import IdeasAPI
import Models
import Support
import Testing

@Suite struct ClosePhaseTests {
    @Test(arguments: TestEngine.allCases)
    func theNextPhaseOpensAtOnceAndItIsOnRecord(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(Sample.campaign())
            let mara = host.staff()
            for (phase, next) in [(Phase.collecting, Stage.voting), (.voting, .reviewing), (.reviewing, .deciding)] {
                host.clock.advance(by: .minutes(1))
                let close = ClosePhase(campaign: campaign, phase: phase)
                #expect(try await host.call(close, as: mara) == StageView(campaign: campaign, stage: next))
            }
            let view = try await host.call(GetCampaign(campaign: campaign), as: host.visitor)
            #expect(view.closings.map(\.phase) == [.collecting, .voting, .reviewing])
            #expect(view.closings.map(\.closedBy) == [mara.actor, mara.actor, mara.actor])
            #expect(view.closings[2].closedAt == host.clock.now)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            var close = ClosePhase(campaign: host.nowhere, phase: .voting)
            func refuses(_ refusal: ClosePhase.Refusal, at location: SourceLocation = #_sourceLocation) async {
                await #expect(throws: refusal, sourceLocation: location) {
                    try await host.call(close, as: host.staff())
                }
            }
            await refuses(.campaignUnknown)
            var sample = try Sample.campaign()
            sample.allowsEarlyClosing = false
            close.campaign = try await host.open(sample)
            await refuses(.phaseNotOpen)
            close.phase = .collecting
            await refuses(.closesByDateOnly)
            host.move(to: .deciding)
            close.phase = .deciding
            await refuses(.phaseNotOpen)
        }
    }

    /// A late second call does not close the phase after.
    @Test(arguments: TestEngine.allCases)
    func aPhaseIsClosedOnce(engine: TestEngine) async throws {
        try await Harness<IdeasService>.run(on: engine) { host in
            let campaign = try await host.open(Sample.campaign())
            let close = ClosePhase(campaign: campaign, phase: .collecting)
            let first = try await host.call(close, as: host.staff().once("close"))
            #expect(try await host.call(close, as: host.staff().once("close")) == first)
            await #expect(throws: ClosePhase.Refusal.phaseNotOpen) { try await host.call(close, as: host.staff()) }
        }
    }
}
