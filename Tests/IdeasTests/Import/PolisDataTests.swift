import IdeasAPI
import Testing

/// The real conversations.
@Suite(.enabled(if: SharedData.isThere, "the real conversations are not here; set WELLSPRING_SHARED"))
struct PolisDataTests {
    /// The statements whose totals are others once each voter counts once, and by how many: the export counts every row
    /// of `votes.csv`, and on these there voters clicked twice. No other statement differs.
    static let conversations: [String: [String: Surplus]] = [
        "15-per-hour-seattle": [
            "0": (7, 2), "1": (2, 1), "2": (0, 1), "3": (4, 0), "5": (1, 0), "6": (4, 0), "7": (3, 0), "8": (2, 1),
            "9": (2, 0), "11": (1, 1), "12": (3, 0), "20": (0, 1), "24": (1, 0), "25": (3, 2), "26": (1, 1),
            "28":
                (5, 1), "29": (0, 1), "36": (1, 0), "43": (0, 2), "45": (1, 0), "48": (1, 0),
        ].mapValues(Surplus.init),
        "scoop-hivemind.affordable-housing": [
            "1": (2, 0), "2": (0, 1), "4": (0, 1), "5": (1, 0), "6": (3, 0), "7": (1, 0), "9": (3, 0), "12": (2, 0),
            "13": (2, 1), "15": (0, 1), "17": (2, 0), "24": (3, 0), "28": (0, 2), "30": (0, 1), "31": (2, 1),
            "32":
                (0, 1), "34": (0, 2), "35": (1, 0), "36": (2, 0), "37": (1, 2), "38": (0, 1), "39": (1, 0),
            "42": (0, 1),
            "52": (0, 1), "59": (1, 0), "63": (1, 0), "64": (1, 0), "70": (0, 1), "72": (2, 0), "78": (0, 1),
            "79":
                (2, 0), "92": (2, 0), "93": (0, 1), "99": (0, 3), "103": (1, 0), "109": (1, 0), "116": (0, 1),
            "119": (
                1,
                0
            ), "129": (2, 0), "138": (1, 0), "152": (2, 0),
        ].mapValues(Surplus.init),
    ]

    /// How many of the published agreements and disagreements are votes that their voter gave again later.
    struct Surplus: Equatable {
        var agrees: Int
        var disagrees: Int

        init(_ numbers: (agrees: Int, disagrees: Int)) { (agrees, disagrees) = numbers }
    }

    @Test(arguments: conversations.keys.sorted())
    func everyRowCountedGivesThePublishedTotals(name: String) throws {
        let conversation = try Self.conversation(name)
        let totals = Self.totals(conversation.votes)
        for statement in conversation.statements {
            #expect(totals[statement.id]?.agrees ?? 0 == statement.agrees, "statement \(statement.id)")
            #expect(totals[statement.id]?.disagrees ?? 0 == statement.disagrees, "statement \(statement.id)")
        }
    }

    @Test(arguments: conversations.keys.sorted())
    func oneVoteAVoterDiffersByTheRepeatedOnesOnly(name: String) throws {
        let conversation = try Self.conversation(name)
        let effective = conversation.effectiveVotes
        let (totals, repeated) = (Self.totals(effective), Self.totals(Self.repeated(conversation, beside: effective)))
        var found: [String: Surplus] = [:]
        for statement in conversation.statements {
            let (counted, again) = (totals[statement.id] ?? (0, 0), repeated[statement.id] ?? (0, 0))
            let surplus = (statement.agrees - counted.agrees, statement.disagrees - counted.disagrees)
            #expect(surplus == again, "statement \(statement.id): only repeated rows may make a difference")
            if surplus != (0, 0) { found[statement.id] = Surplus(surplus) }
        }
        #expect(found == Self.conversations[name])
    }

    /// The rows that do not count, each of a voter who has another row on the same statement.
    private static func repeated(_ conversation: PolisConversation, beside effective: [PolisConversation.Vote])
        -> [PolisConversation.Vote]
    {
        let counted = Set(effective)
        let rows = Dictionary(grouping: conversation.votes) { [$0.voter, $0.statement] }
        let repeated = conversation.votes.filter { !counted.contains($0) }
        #expect(repeated.allSatisfy { rows[[$0.voter, $0.statement], default: []].count > 1 })
        #expect(counted.count == rows.count, "one row counts of each voter and statement")
        return repeated
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
