@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct BallotRulesTests {
    private let anyone = AudienceMember(roles: [], customerType: nil)

    private static let examples: [(Audience, Set<Role>, CustomerType?, Bool)] = [
        (Audience(), [], nil, true),
        (Audience(customerTypes: [.leading]), [], nil, false),
        (Audience(customerTypes: [.leading]), [], .leading, true),
        (Audience(customerTypes: [.leading]), [], .trial, false),
        (Audience(roles: [.expert]), [.expert], nil, true),
        (Audience(roles: [.expert]), [.advocate], .leading, false),
        (Audience(customerTypes: [.trial], roles: [.expert]), [.expert], .leading, true),
    ]

    @Test(arguments: examples)
    func audiences(audience: Audience, roles: Set<Role>, type: CustomerType?, belongs: Bool) {
        #expect(AudienceMember(roles: roles, customerType: type).belongs(to: audience) == belongs)
    }

    @Test func refusalsComeInOrder() throws {
        var campaign = try sealed()
        campaign.protocol.source = .imports
        campaign.protocol.audience = Audience(roles: [.expert])
        campaign.protocol.votes.limit = .one
        let idea = Sample.idea(1)
        var ballot = CastBallot(campaign: .example, ideas: [idea, idea], pass: [idea])
        let early = Sample.start
        let manager = AudienceMember(roles: [.manager], customerType: nil)
        expect(.importsOnly, ballot, by: manager, campaign, at: early)
        campaign.protocol.source = .members
        expect(.notVoting, ballot, by: manager, campaign, at: early)
        expect(.staffMayNotVote, ballot, by: manager, campaign)
        expect(.notInAudience, ballot, by: anyone, campaign)
        campaign.protocol.audience = .everyone
        expect(.opinionsNotTaken, ballot, by: anyone, campaign)
        ballot.pass = nil
        expect(.ideaTwice, ballot, by: anyone, campaign)
        ballot.ideas = [idea, Sample.idea(2)]
        expect(.tooManyChoices, ballot, by: anyone, campaign)
        ballot.ideas = [idea]
        expect(.ideaUnknown, ballot, by: anyone, campaign)
        #expect(throws: Never.self) {
            try BallotRules.check(ballot, by: anyone, in: campaign, known: [idea], at: Sample.start + .hours(1))
        }
    }

    @Test func anOpinionBallotNamesAnIdeaOnce() throws {
        var campaign = try sealed()
        campaign.protocol.votes = VoteMode(kind: .opinion)
        let idea = Sample.idea(1)
        let ballot = CastBallot(campaign: .example, ideas: [idea], pass: nil, disagree: [idea])
        expect(.ideaTwice, ballot, by: anyone, campaign)
    }

    @Test func aBlankBallotIsABallot() throws {
        let ballot = CastBallot(campaign: .example, ideas: [])
        let campaign = try sealed()
        #expect(throws: Never.self) {
            try BallotRules.check(ballot, by: anyone, in: campaign, known: [], at: Sample.start + .hours(1))
        }
    }

    private func sealed() throws -> SealedCampaign {
        SealedCampaign(
            id: .example,
            protocol: CampaignProtocol(try Sample.campaign()),
            seal: .example,
            openedAt: Sample.start
        )
    }

    private func expect(
        _ refusal: CastBallot.Refusal,
        _ ballot: CastBallot,
        by member: AudienceMember,
        _ campaign: SealedCampaign,
        at now: Instant = Sample.start + .hours(1),
        location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: refusal, sourceLocation: location) {
            try BallotRules.check(ballot, by: member, in: campaign, known: [], at: now)
        }
    }
}
