import Contract
import Hosting
@testable import Ideas
import IdeasAPI
import RPC
import Support
import Testing

@Suite struct RefusalTableTests {
    private static func reasons<M: Method>(_ method: M.Type) -> [String] { M.Refusal.allCases.map(\.rawValue) }

    /// The table has every reason that a method gives, and no other.
    @Test func theTableIsWhatMethodsRefuse() {
        let used =
            Self.reasons(OpenCampaign.self) + Self.reasons(ListCampaigns.self) + Self.reasons(GetCampaign.self)
            + Self.reasons(SubmitIdea.self) + Self.reasons(ListIdeas.self) + Self.reasons(SearchIdeas.self)
            + Self.reasons(GetIdea.self) + Self.reasons(CommentOnIdea.self) + Self.reasons(CastBallot.self)
            + Self.reasons(ScoreIdea.self) + Self.reasons(DeclareConflict.self) + Self.reasons(ClosePhase.self)
            + Self.reasons(SelectIdeas.self) + Self.reasons(GetResult.self) + Self.reasons(ListBallots.self)
            + Self.reasons(ListScorecards.self) + Self.reasons(AnswerIdea.self) + Self.reasons(ImportBallots.self)
        #expect(Set(used) == Set(IdeasInterface.refusals.entries.map(\.reason)))
        #expect(IdeasService.endpoints.count == 18)
    }

    /// Every params and reply has a schema, and an example of it.
    @Test func everyMethodDescribesItself() throws {
        for endpoint in IdeasService.endpoints { #expect(try !endpoint.describe().name.isEmpty) }
    }
}
