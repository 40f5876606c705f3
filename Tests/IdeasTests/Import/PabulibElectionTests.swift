import Foundation
@testable import IdeasAPI
import Models
import Testing

@Suite struct PabulibElectionTests {
    private static let good = """
        META
        key;value
        description;A small one
        country;Nowhere
        num_projects;2
        num_votes;3
        budget;100,50
        vote_type;approval
        rule;greedy
        max_length;2
        PROJECTS
        project_id;cost;votes;name;selected
        P1;60.00;2;"A bench; green";1
        P2;50;1;A tree;0
        VOTES
        voter_id;vote
        1;P1
        2;P1,P2
        3;
        """

    @Test func readsASmallElection() throws {
        let election = try PabulibElection(parsing: Self.good)
        #expect(election.voteType == .approval)
        #expect(election.budget == 10_050)
        #expect(election.projects.map(\.cost) == [6000, 5000])
        #expect(election.projects.map(\.name) == ["A bench; green", "A tree"])
        #expect(election.projects.map(\.isSelected) == [true, false])
        #expect(election.ballots.map(\.choices) == [["P1"], ["P1", "P2"], []])
        #expect(election.counts.map(\.count) == [2, 1])
        #expect(election.ballots[1].line == 18)
    }

    @Test func readsPoints() throws {
        let text = Self.replacing(
            [
                "vote_type;approval": "vote_type;cumulative", "voter_id;vote": "voter_id;vote;points",
                "1;P1\n": "1;P1;3\n", "2;P1,P2": "2;P1,P2;2,1", "3;": "3;;",
            ]
        )
        #expect(try PabulibElection(parsing: text).ballots.map(\.points) == [[3], [2, 1], []])
    }

    /// What is done to the good file, and what is said about it: line, column, problem.
    private static let flaws: [([String: String], ImportFault)] = [
        (["VOTES\n": "VOTERS\n"], ImportFault(line: 15, column: 2, .fieldCount(expected: 5, found: 1))),
        (["META\n": ""], ImportFault(line: 18, column: 0, .sectionMissing("META"))),
        (["PROJECTS\n": "META\n"], ImportFault(line: 11, column: 1, .duplicate("META"))),
        (["project_id;": "id;"], ImportFault(line: 12, column: 0, .columnMissing("project_id"))),
        (["project_id;cost": "cost;cost"], ImportFault(line: 12, column: 2, .duplicate("cost"))),
        (["budget;100,50\n": ""], ImportFault(line: 2, column: 0, .columnMissing("budget"))),
        (["budget;100,50": "budget;much"], ImportFault(line: 7, column: 2, .notANumber("much"))),
        (["P2;50;": "P2;-50;"], ImportFault(line: 14, column: 2, .notANumber("-50"))),
        (["P2;50;": "P2;50.005;"], ImportFault(line: 14, column: 2, .notANumber("50.005"))),
        (["P2;50;1;": "P2;50;one;"], ImportFault(line: 14, column: 3, .notANumber("one"))),
        (["A tree;0": "A tree"], ImportFault(line: 14, column: 5, .fieldCount(expected: 5, found: 4))),
        (["P2;50": "P1;50"], ImportFault(line: 14, column: 1, .duplicate("P1"))),
        (["3;": "2;"], ImportFault(line: 19, column: 1, .duplicate("2"))),
        (["2;P1,P2": "2;P1,P9"], ImportFault(line: 18, column: 2, .unknown("P9"))),
        (["2;P1,P2": "2;P1,P1"], ImportFault(line: 18, column: 2, .duplicate("P1"))),
        (["num_votes;3": "num_votes;4"], ImportFault(line: 6, column: 2, .countDiffers(expected: 4, found: 3))),
        (["num_projects;2": "num_projects;3"], ImportFault(line: 5, column: 2, .countDiffers(expected: 3, found: 2))),
        (["vote_type;approval": "vote_type;shouting"], ImportFault(line: 8, column: 2, .unsupported("shouting"))),
    ]

    @Test(arguments: flaws)
    func saysWhatIsWrongAndWhere(change: [String: String], fault: ImportFault) {
        #expect(throws: fault) { try PabulibElection(parsing: Self.replacing(change)) }
    }

    @Test func becomesACampaign() throws {
        let election = try PabulibElection(parsing: Self.good)
        let campaign = try election.campaign(opening: .example, currency: .example)
        #expect(campaign.title.wire == "A small one")
        #expect(campaign.budget?.amount.wire == 10_050)
        #expect(campaign.votes?.limit?.wire == 2)
        #expect(campaign.source == .imports)
        #expect(try election.ideas(currency: .example).map(\.external.wire) == ["P1", "P2"])
        #expect(try election.approvals().map(\.agree.count) == [1, 2, 0])
    }

    private static let others: [([String: String], ImportFault)] = [
        (["vote_type;approval": "vote_type;ordinal"], ImportFault(line: 8, column: 2, .unsupported("ordinal"))),
        (["rule;greedy": "rule;equalshares"], ImportFault(line: 8, column: 2, .unsupported("equalshares"))),
    ]

    @Test(arguments: others)
    func otherElectionsAreNoCampaigns(change: [String: String], fault: ImportFault) throws {
        let election = try PabulibElection(parsing: Self.replacing(change))
        #expect(throws: fault) { try election.campaign(opening: .example, currency: .example) }
    }

    @Test func idsAndNamesMustFit() throws {
        let bad = try PabulibElection(parsing: Self.replacing(["P2;50": "Ä;50", "2;P1,P2": "2;P1"]))
        #expect(throws: ImportFault(line: 14, column: 1, .invalid("a project's id must be visible ASCII"))) {
            try bad.ideas(currency: .example)
        }
        let nameless = try PabulibElection(parsing: Self.replacing(["A tree": ""]))
        #expect(throws: ImportFault.self) { try nameless.ideas(currency: .example) }
        let voter = try PabulibElection(parsing: Self.replacing(["2;P1,P2": "ż;P1,P2"]))
        #expect(throws: ImportFault(line: 18, column: 1, .invalid("a voter's id must be visible ASCII"))) {
            try voter.approvals()
        }
    }

    @Test func aLongNameIsCutInTheTitleOnly() throws {
        let name = String(repeating: "Long ", count: 60) + "end"
        let election = try PabulibElection(parsing: Self.replacing(["A tree": name]))
        let idea = try election.ideas(currency: .example)[1]
        #expect(idea.title.wire.hasSuffix("…"))
        #expect(idea.title.wire.unicodeScalars.count == 160)
        #expect(idea.body?.wire == name)
    }

    @Test func aFaultIsASentence() {
        let fault = ImportFault(line: 3, column: 2, .fieldCount(expected: 5, found: 4))
        #expect("\(fault)" == "line 3, column 2: 4 fields where the header has 5")
    }

    private static func replacing(_ changes: [String: String]) -> String {
        changes.reduce(good) { text, change in
            guard let range = text.range(of: change.key, options: change.key == "3;" ? .backwards : []) else {
                return text
            }
            return text.replacingCharacters(in: range, with: change.value)
        }
    }
}
