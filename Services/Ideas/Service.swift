public import Contract
public import Hosting
public import IdeasAPI
import IdentityAPI
public import TypedSQL

/// Ideas and selection: members propose, discuss and vote, experts score, and a sealed protocol decides.
public struct IdeasService: HostedService {
    public typealias Interface = IdeasInterface

    let settings: IdeasSettings

    public static let title = "Ideas and selection"
    public static let summary = """
        Campaigns collect ideas, let members vote and experts score, and are decided by the protocol that was sealed
        when they opened. Nobody can change the rules afterwards, totals are hidden while people vote, and everything
        that the result follows from is published under pseudonyms, so that anybody can recompute it.
        """
    public static let migrations = IdeasMigrations.all

    public static let endpoints: [Endpoint<IdeasService>] = [
        Endpoint(OpenCampaign.self), Endpoint(ListCampaigns.self), Endpoint(GetCampaign.self),
        Endpoint(SubmitIdea.self),
        Endpoint(ListIdeas.self), Endpoint(SearchIdeas.self), Endpoint(GetIdea.self), Endpoint(CommentOnIdea.self),
        Endpoint(CastBallot.self), Endpoint(ScoreIdea.self), Endpoint(DeclareConflict.self), Endpoint(ClosePhase.self),
        Endpoint(SelectIdeas.self), Endpoint(GetResult.self), Endpoint(ListBallots.self), Endpoint(ListScorecards.self),
        Endpoint(AnswerIdea.self), Endpoint(ImportBallots.self),
    ]

    public static let events: [any Event.Type] = [
        CampaignOpened.self, IdeaSubmitted.self, CommentPosted.self, BallotCast.self, IdeaScored.self,
        IdeaSelected.self,
        CampaignDecided.self, IdeaAnswered.self,
    ]

    public static let following: [Following<IdeasService>] = [
        Following(
            IdentityInterface.self,
            [
                Reaction { (event: ProfileCompleted, _, work, _) in
                    try work.run(CustomerTypeTable.put(event.member, event.customerType))
                },
                Reaction { (event: RoleGranted, _, work, _) in try work.run(RoleTable.put(event.member, event.role)) },
            ]
        )
    ]

    public init(settings: IdeasSettings) throws { self.settings = settings }
}
