@testable import Ideas
import IdeasAPI
import Testing

@Suite struct PhaseTableTests {
    /// One row an act, one column a stage, in the order of `Stage`: announced, collecting, beforeVoting, voting,
    /// beforeReviewing, reviewing, beforeDeciding, deciding, overdue, decided.
    private static let expected: [Act: String] = [
        .submit: ".x........",
        .importIdeas: ".x........",
        .comment: "xxxxxxxxxx",
        .vote: "...x......",
        .importBallots: "...x......",
        .seeVotes: "....xxxxxx",
        .review: ".....x....",
        .closePhase: ".x.x.x....",
        .select: ".......xx.",
        .answer: "xxxxxxxxxx",
        .seeResult: ".........x",
    ]

    @Test(arguments: Act.allCases, Stage.allCases)
    func everyCell(act: Act, stage: Stage) throws {
        let row = try #require(Self.expected[act])
        let column = try #require(Stage.allCases.firstIndex(of: stage))
        #expect(PhaseTable.allows(act, in: stage) == (Array(row)[column] == "x"))
    }
}
