import Foundation
@testable import Ideas
@testable import IdeasAPI
import Models
import Testing

/// The real elections: what the rule finds is what the city decided.
@Suite(.enabled(if: SharedData.isThere, "the real elections are not here; set WELLSPRING_SHARED"))
struct PabulibDataTests {
    static let approvals = [
        "poland_warszawa_2018_anin", "poland_warszawa_2018_rejon-9",
        "poland_warszawa_2019_obszar-3-kobialka-augustow-brzeziny-grodzisk-lewandow", "poland_warszawa_2022_ursynow",
        "poland_wroclaw_2017_rejon-nr-6-250",
    ]
    /// Approval elections whose files have no `selected` column: by votes and budget only one project can have won.
    static let unpublished = ["poland_zabrze_2020_biskupice": "P0050", "poland_zabrze_2020_centrum-poludnie": "P0039"]
    /// Elections by points or ranks, whose `score` column is what the city ordered by.
    static let scored = [
        "poland_katowice_2020_zaleska-halda-brynow-czesc-zachodnia", "poland_katowice_2021_kostuchna",
        "poland_krakow_2019_grzegorzki", "poland_krakow_2019_krowodrza",
    ]

    @Test(arguments: approvals + scored + unpublished.keys.sorted())
    func theCountsOfTheFileAreItsBallots(name: String) throws {
        let election = try Self.election(name)
        #expect(election.counts.map { Int64($0.count) } == election.projects.map { $0.votes })
    }

    @Test(arguments: approvals)
    func theWinnersAreTheOfficialOnes(name: String) throws {
        let election = try Self.election(name)
        let official = Set(election.projects.filter { $0.isSelected == true }.map(\.id))
        #expect(try Set(Self.winners(of: election)) == official)
        #expect(!official.isEmpty)
    }

    @Test(arguments: unpublished.sorted { $0.key < $1.key })
    func whereNothingIsPublishedTheRuleFindsOne(name: String, winner: String) throws {
        let election = try Self.election(name)
        #expect(election.projects.allSatisfy { $0.isSelected == nil })
        #expect(try Self.winners(of: election) == [winner])
    }

    /// What the rule takes and the city did not, by file: the project, and the reason that the data give.
    ///
    /// In Kostuchna 26,236 are left after the city's winners. It then left out four projects that it could still pay
    /// (L21/04 for 12,100 with 47 points, L21/07, L21/11 and L21/08) and no project with more; everything that it took
    /// has at least 55. So it asked for a minimum of points between 48 and 55, which `META` does not state.
    static let deviations = [
        "poland_katowice_2021_kostuchna": (
            project: "L21/04/VIII", reason: "47 points, below the city's unstated minimum"
        )
    ]

    /// The same rule over the published points.
    @Test(arguments: scored)
    func greedyByPublishedPoints(name: String) throws {
        let election = try Self.election(name)
        let official = Set(election.projects.filter { $0.isSelected == true }.map(\.id))
        let found = Set(try Self.winners(of: election, byScore: true))
        let deviation = Self.deviations[name]
        #expect(
            found.subtracting(official) == Set([deviation?.project].compactMap { $0 }),
            "\(deviation?.reason ?? "")"
        )
        #expect(official.subtracting(found) == [])
    }

    @Test func theCityAskedForAMinimumInKostuchna() throws {
        let election = try Self.election("poland_katowice_2021_kostuchna")
        let taken = election.projects.filter { $0.isSelected == true }
        let left = election.budget - taken.reduce(0) { $0 + $1.cost }
        let affordable = election.projects.filter { $0.isSelected != true && $0.cost <= left }
        #expect(affordable.map(\.id).sorted() == ["L21/04/VIII", "L21/07/VIII", "L21/08/VIII", "L21/11/VIII"])
        #expect(affordable.compactMap(\.score).max() == 47)
        #expect(taken.compactMap(\.score).min() == 55)
        let found = try Self.winners(of: election, byScore: true, minimum: 50)
        #expect(found.sorted() == taken.map(\.id).sorted())
    }

    static func election(_ name: String) throws -> PabulibElection {
        try PabulibElection(parsing: SharedData.text("pabulib/\(name).pb"))
    }

    /// By the service's own rule. Where the published points decide, each point is taken as a ballot.
    static func winners(
        of election: PabulibElection,
        byScore: Bool = false,
        minimum: Int64? = nil
    ) throws -> [String] {
        var campaign = try Sample.campaign(.greedyByVotes)
        let currency = try Currency(wire: "PLN")
        campaign.budget = Money(amount: try MinorUnits(wire: election.budget), currency: currency)
        campaign.selection.minimumVotes = try minimum.map { try Quantity(wire: $0) }
        let ids = Dictionary(election.projects.enumerated().map { ($1.id, Sample.idea($0)) }) { first, _ in first }
        let candidates = try election.projects.map { project in
            Candidate(
                idea: try #require(ids[project.id]),
                external: try ExternalID(wire: project.id),
                title: .example,
                submittedAt: Sample.start,
                cost: Money(amount: try MinorUnits(wire: project.cost), currency: currency)
            )
        }
        let result = try Selection.decide(
            by: CampaignProtocol(campaign),
            candidates: candidates,
            ballots: byScore ? points(election, ids) : approvals(election, ids),
            cards: []
        )
        return result.winners.compactMap(\.external?.wire)
    }

    private static func approvals(
        _ election: PabulibElection,
        _ ids: [String: Idea.ID]
    ) throws -> [PublishedBallot] {
        try election.ballots.map { ballot in
            PublishedBallot(pseudonym: try Pseudonym(wire: ballot.voter), agree: ballot.choices.compactMap { ids[$0] })
        }
    }

    private static func points(_ election: PabulibElection, _ ids: [String: Idea.ID]) throws -> [PublishedBallot] {
        let most = election.projects.compactMap(\.score).max() ?? 0
        return try (0..<most).map { point in
            let agree = election.projects.filter { ($0.score ?? 0) > point }.compactMap { ids[$0.id] }
            return PublishedBallot(pseudonym: try Sample.pseudonym(Int(point)), agree: agree)
        }
    }
}
