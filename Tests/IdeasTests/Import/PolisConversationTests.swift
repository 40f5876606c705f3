@testable import IdeasAPI
import Models
import Testing

@Suite struct PolisConversationTests {
    private static let comments = """
        timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
        1000,Mon,0,7,2,0,1,"Rents, and wages, rise."
        2000,Mon,1,8,0,1,-1,"Two
        lines"
        3000,Mon,2,8,0,0,0,Unseen
        """
    private static let votes = """
        timestamp,datetime,comment-id,voter-id,vote
        10,Mon,0,a,1
        30,Mon,0,b,1
        20,Mon,0,b,-1
        40,Mon,1,b,-1
        40,Mon,2,b,0
        40,Mon,2,b,1
        """

    @Test func readsStatementsAndVotes() throws {
        let conversation = try PolisConversation(comments: Self.comments, votes: Self.votes)
        #expect(conversation.statements.map(\.body) == ["Rents, and wages, rise.", "Two\nlines", "Unseen"])
        #expect(conversation.statements.map(\.isAccepted) == [true, false, nil])
        #expect(conversation.statements.map(\.line) == [2, 3, 5])
        #expect(conversation.votes.map(\.opinion) == [.agree, .agree, .disagree, .disagree, .pass, .agree])
    }

    /// Of a voter's votes the last by time counts, and at the same moment the later row.
    @Test func theLastVoteCounts() throws {
        let conversation = try PolisConversation(comments: Self.comments, votes: Self.votes)
        #expect(conversation.effectiveVotes.map(\.line) == [2, 3, 5, 7])
    }

    @Test func becomesACampaign() throws {
        let conversation = try PolisConversation(comments: Self.comments, votes: Self.votes)
        let campaign = conversation.campaign(title: .example, brief: .example, opening: .example, winners: .one)
        #expect(campaign.votes?.kind == .opinion)
        let ideas = try conversation.ideas()
        #expect(ideas.map(\.external.wire) == ["0", "2"])
        #expect(ideas[0].submittedAt?.microseconds == 1_000_000)
        let ballots = try conversation.ballots()
        #expect(ballots.map(\.pseudonym.wire) == ["a", "b"])
        #expect(ballots[1].agree.map(\.wire) == ["0", "2"])
        #expect(ballots[1].disagree == [])
    }

    private static let commentFlaws: [(String, String, ImportFault)] = [
        ("comment-id,author", "id,author", ImportFault(line: 1, column: 0, .columnMissing("comment-id"))),
        ("0,7,2", "0,7,two", ImportFault(line: 2, column: 5, .notANumber("two"))),
        ("2,8,0", "1,8,0", ImportFault(line: 5, column: 3, .duplicate("1"))),
        ("0,0,0,Unseen", "0,0,3,Unseen", ImportFault(line: 5, column: 7, .unsupported("3"))),
        ("Unseen", "Unseen,too", ImportFault(line: 5, column: 9, .fieldCount(expected: 8, found: 9))),
    ]

    @Test(arguments: commentFlaws)
    func saysWhatIsWrongInTheComments(old: String, new: String, fault: ImportFault) {
        let comments = Self.comments.replacing(old, with: new, maxReplacements: 1)
        #expect(throws: fault) { try PolisConversation(comments: comments, votes: Self.votes) }
    }

    private static let voteFlaws: [(String, String, ImportFault)] = [
        ("10,Mon,0", "10,Mon,9", ImportFault(line: 2, column: 3, .unknown("9"))),
        ("a,1", "a,2", ImportFault(line: 2, column: 5, .unsupported("2"))),
        ("a,1", "a,yes", ImportFault(line: 2, column: 5, .notANumber("yes"))),
        ("vote", "voice", ImportFault(line: 1, column: 0, .columnMissing("voter-id"))),
    ]

    @Test(arguments: voteFlaws)
    func saysWhatIsWrongInTheVotes(old: String, new: String, fault: ImportFault) {
        let votes = Self.votes.replacing(old, with: new, maxReplacements: 1)
        #expect(throws: fault) { try PolisConversation(comments: Self.comments, votes: votes) }
    }

    @Test func anEmptyFileHasNoTable() {
        #expect(throws: ImportFault(line: 1, column: 0, .sectionMissing("comments"))) {
            try PolisConversation(comments: "", votes: Self.votes)
        }
    }

    @Test func emptyStatementsAndStrangeVotersAreNoIdeasAndBallots() throws {
        let empty = Self.comments.replacing("Unseen", with: "")
        #expect(throws: ImportFault.self) { try PolisConversation(comments: empty, votes: Self.votes).ideas() }
        let strange = Self.votes.replacing("0,a,1", with: "0,ä,1")
        #expect(throws: ImportFault.self) { try PolisConversation(comments: Self.comments, votes: strange).ballots() }
    }
}
