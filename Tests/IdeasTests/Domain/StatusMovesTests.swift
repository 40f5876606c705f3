@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct StatusMovesTests {
    /// From the row to the column, in the order of `IdeaStatus`: open, acknowledged, underReview, planned, inProgress,
    /// shipped, declined.
    private static let expected: [IdeaStatus: String] = [
        .open: ".xxx..x",
        .acknowledged: "..xx..x",
        .underReview: "...x..x",
        .planned: "....x.x",
        .inProgress: ".....xx",
        .shipped: ".......",
        .declined: "..x....",
    ]

    @Test(arguments: IdeaStatus.allCases, IdeaStatus.allCases)
    func everyCell(from: IdeaStatus, to: IdeaStatus) throws {
        let row = try #require(Self.expected[from])
        let column = try #require(IdeaStatus.allCases.firstIndex(of: to))
        let answer = AnswerIdea(idea: .example, status: to, reply: .example, reason: .example)
        if Array(row)[column] == "x" {
            #expect(throws: Never.self) { try StatusMoves.check(answer, from: from) }
        } else {
            #expect(throws: AnswerIdea.Refusal.moveNotAllowed) { try StatusMoves.check(answer, from: from) }
        }
    }

    @Test func nothingIsDeclinedWithoutAReason() {
        let answer = AnswerIdea(idea: .example, status: .declined, reply: .example)
        #expect(throws: AnswerIdea.Refusal.reasonMissing) { try StatusMoves.check(answer, from: .open) }
        #expect(throws: AnswerIdea.Refusal.moveNotAllowed) { try StatusMoves.check(answer, from: .shipped) }
    }
}
