import IdeasAPI
import Testing

/// The real conversations.
@Suite(.enabled(if: SharedData.isThere, "the real conversations are not here; set WELLSPRING_SHARED"))
struct PolisDataTests {
    /// With how many statements differ once each voter counts once: the export counts every row of `votes.csv`, and
    /// there voters clicked twice on these. Nothing else differs.
    static let conversations = ["15-per-hour-seattle": 21, "scoop-hivemind.affordable-housing": 41]

    @Test(arguments: conversations.keys.sorted())
    func everyRowCountedGivesThePublishedTotals(name: String) throws {
        let conversation = try Self.conversation(name)
        let totals = Self.totals(conversation.votes)
        for statement in conversation.statements {
            #expect(totals[statement.id]?.agrees ?? 0 == statement.agrees, "statement \(statement.id)")
            #expect(totals[statement.id]?.disagrees ?? 0 == statement.disagrees, "statement \(statement.id)")
        }
    }

    @Test(arguments: conversations.sorted { $0.key < $1.key })
    func oneVoteAVoterDiffersByTheRepeatedOnesOnly(name: String, expected: Int) throws {
        let conversation = try Self.conversation(name)
        let effective = conversation.effectiveVotes
        let superseded = Self.totals(conversation.votes.filter { !effective.contains($0) })
        let totals = Self.totals(effective)
        var differing = 0
        for statement in conversation.statements {
            let (all, counted) = (superseded[statement.id], totals[statement.id])
            #expect(statement.agrees - (counted?.agrees ?? 0) == all?.agrees ?? 0, "statement \(statement.id)")
            #expect(statement.disagrees - (counted?.disagrees ?? 0) == all?.disagrees ?? 0, "statement \(statement.id)")
            if (counted?.agrees ?? 0, counted?.disagrees ?? 0) != (statement.agrees, statement.disagrees) {
                differing += 1
            }
        }
        #expect(differing == expected)
    }

    static func conversation(_ name: String) throws -> PolisConversation {
        try PolisConversation(
            comments: SharedData.text("polis/\(name)/comments.csv"),
            votes: SharedData.text("polis/\(name)/votes.csv")
        )
    }

    static func totals(_ votes: [PolisConversation.Vote]) -> [String: (agrees: Int, disagrees: Int)] {
        var totals: [String: (agrees: Int, disagrees: Int)] = [:]
        for vote in votes {
            if vote.opinion == .agree { totals[vote.statement, default: (0, 0)].agrees += 1 }
            if vote.opinion == .disagree { totals[vote.statement, default: (0, 0)].disagrees += 1 }
        }
        return totals
    }
}
