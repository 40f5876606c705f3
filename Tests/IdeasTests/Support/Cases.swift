import Hosting
@testable import Ideas
import IdeasAPI
import IdentityAPI
import Models
import Support

/// Steps that many method tests share.
extension Harness<IdeasService> {
    func open(_ campaign: OpenCampaign) async throws -> Campaign.ID {
        try await call(campaign, as: staff()).campaign
    }

    func submit(_ title: String, to campaign: Campaign.ID, as name: String, cost: Money? = nil) async throws -> Idea.ID
    {
        let idea = SubmitIdea(
            campaign: campaign,
            title: try Title(wire: title),
            body: try Prose(wire: "More about \(title)."),
            cost: cost
        )
        return try await call(idea, as: member(name)).idea
    }

    func vote(_ ideas: [Idea.ID], in campaign: Campaign.ID, as name: String) async throws {
        _ = try await call(CastBallot(campaign: campaign, ideas: ideas), as: member(name))
    }

    func expert(_ name: String) -> TestCaller { member(name, roles: [.expert]) }

    /// To the beginning of a phase of `Sample.phases()`.
    func move(to phase: Phase) {
        let place = Phase.allCases.firstIndex(of: phase) ?? 0
        clock.set(Sample.start + .hours(Int64(place)))
    }

    /// A campaign of the sample with these ideas, at the beginning of its voting phase.
    func voting(_ titles: [String], _ campaign: OpenCampaign? = nil) async throws -> (Campaign.ID, [Idea.ID]) {
        let id = try await open(campaign ?? Sample.campaign())
        var ideas: [Idea.ID] = []
        for (place, title) in titles.enumerated() {
            ideas.append(try await submit(title, to: id, as: "Author \(place)"))
            clock.advance(by: Seconds(1))
        }
        move(to: .voting)
        return (id, ideas)
    }

    /// An id that nothing has.
    var nowhere: Campaign.ID { Campaign.ID(at: Sample.start, entropy: 1) }
    var nothing: Idea.ID { Idea.ID(at: Sample.start, entropy: 1) }
}
