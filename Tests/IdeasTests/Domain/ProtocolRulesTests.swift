@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct ProtocolRulesTests {
    private let now = Sample.start

    @Test(arguments: SelectionKind.allCases)
    func theSampleOfEachKindIsNew(kind: SelectionKind) throws {
        let document = CampaignProtocol(try Sample.campaign(kind))
        #expect(try ProtocolRules.isNew(document, known: nil, at: now))
        #expect(try !ProtocolRules.isNew(document, known: document, at: now))
    }

    /// Everything is wrong at first; what is put right one by one gives the refusals in their order.
    @Test func refusalsComeInOrder() throws {
        var document = CampaignProtocol(try Sample.campaign(.greedyByVotes))
        let open = document
        document.audience = Audience(customerTypes: [])
        document.phases = [Sample.phases()[3], Sample.phases(from: now - .days(1))[0]]
        document.criteria = []
        document.budget = nil
        document.selection.voteShare = .example
        expect(.sealed, document, known: open)
        expect(.audienceEmpty, document)
        document.audience = Audience(roles: [])
        expect(.audienceEmpty, document)
        document.audience = .everyone
        expect(.phaseMissing, document)
        document.phases.append(Sample.phases()[1])
        expect(.phasesOutOfOrder, document)
        document.phases = Sample.phases([.collecting, .voting, .deciding], from: now - .days(1))
        expect(.phasesOver, document)
        document.phases = Sample.phases([.collecting, .voting, .deciding])
        expect(.criteriaMissing, document)
        document.criteria = [Criterion.standard[0], Criterion.standard[0]]
        let anchor = ScaleAnchor(grade: .example, meaning: .example)
        document.criteria[0].anchors = [anchor, anchor]
        expect(.criterionTwice, document)
        document.criteria[1] = Criterion.standard[1]
        expect(.anchorTwice, document)
        document.criteria[0].anchors = [anchor]
        expect(.budgetMissing, document)
        document.budget = try Sample.euros(1)
        expect(.voteShareMissing, document)
        document.selection.kind = .combined
        document.phases = Sample.phases()
        expect(.winnersMissing, document)
        document.winners = .one
        #expect(throws: Never.self) { try ProtocolRules.isNew(document, known: nil, at: now) }
        document.selection.voteShare = nil
        expect(.voteShareMissing, document)
    }

    @Test(arguments: SelectionKind.allCases)
    func aRuleNeedsItsPhases(kind: SelectionKind) throws {
        var document = CampaignProtocol(try Sample.campaign(kind))
        for phase in Phase.allCases {
            document.phases = Sample.phases(Phase.allCases.filter { $0 != phase })
            let isNeeded =
                switch phase {
                case .collecting, .deciding: true
                case .voting: kind != .weightedScorecard
                case .reviewing: kind == .weightedScorecard || kind == .combined
                }
            if isNeeded {
                expect(.phaseMissing, document)
            } else {
                #expect(try ProtocolRules.isNew(document, known: nil, at: now))
            }
        }
    }

    @Test func phasesMayHaveGapsAndNoOverlap() throws {
        var document = CampaignProtocol(try Sample.campaign())
        document.phases[1].opensAt = document.phases[1].opensAt + Seconds(1)
        #expect(try ProtocolRules.isNew(document, known: nil, at: now))
        document.phases[1].opensAt = document.phases[1].opensAt - Seconds(2)
        expect(.phasesOutOfOrder, document)
        document.phases = Sample.phases()
        document.phases[2].closesAt = document.phases[2].opensAt
        expect(.phasesOutOfOrder, document)
        document.phases = Sample.phases()
        document.phases.append(document.phases[3])
        expect(.phaseMissing, document)
    }

    private func expect(
        _ refusal: OpenCampaign.Refusal,
        _ document: CampaignProtocol,
        known: CampaignProtocol? = nil,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(throws: refusal, sourceLocation: location) {
            try ProtocolRules.isNew(document, known: known, at: now)
        }
    }
}
