@testable import Ideas
import IdeasAPI
import Models
import Testing

@Suite struct SealTests {
    /// The bytes are fixed here, because whoever checks a seal has to make the same ones.
    @Test func theCanonicalTextIsFixed() throws {
        var campaign = try Sample.campaign(.greedyByVotes)
        campaign.title = try Title(wire: "Ideen für „Läden“ / 商店")
        campaign.brief = try Prose(wire: "Zwei\nZeilen")
        campaign.phases = Sample.phases([.collecting, .voting, .deciding])
        campaign.criteria = [
            Criterion(
                key: try CriterionKey(wire: "innovation"),
                title: try Title(wire: "New"),
                weight: try Weight(wire: 2)
            )
        ]
        let expected =
            #"{"allowsEarlyClosing":true,"audience":{},"brief":"Zwei\nZeilen","budget":{"amount":100000,"currency":"EUR"},"#
            + #""criteria":[{"key":"innovation","title":"New","weight":2}],"format":"wellspring-campaign-1","#
            + #""phases":[{"closesAt":"2026-09-21T15:13:20Z","opensAt":"2026-09-21T14:13:20Z","phase":"collecting"},"#
            + #"{"closesAt":"2026-09-21T16:13:20Z","opensAt":"2026-09-21T15:13:20Z","phase":"voting"},"#
            + #"{"closesAt":"2026-09-21T17:13:20Z","opensAt":"2026-09-21T16:13:20Z","phase":"deciding"}],"#
            + #""selection":{"kind":"greedyByVotes"},"source":"members","ties":"earliestSubmission","#
            + #""title":"Ideen für „Läden“ / 商店","votes":{"kind":"approval"}}"#
        #expect(try CampaignProtocol(campaign).canonicalText == expected)
    }

    /// FIPS 180-2, the message "abc".
    @Test func theDigestIsSHA256() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(Seal.digest("abc").wire == abc)
    }

    @Test func aListIsOneLineAnElement() throws {
        let ballots = [PublishedBallot(pseudonym: try Pseudonym(wire: "a"), agree: [])]
        let line = #"{"agree":[],"disagree":[],"pass":[],"pseudonym":"a"}"# + "\n"
        #expect(try Seal.of(lines: ballots) == Seal.digest(line))
    }

    /// Requirement 4.1: whatever is changed in an open protocol, it is refused as sealed, and its seal would differ.
    @Test func anyChangeOfAnOpenProtocolIsRefusedAsSealed() throws {
        var random = SeededGenerator.fresh()
        for _ in 0..<500 {
            let kind = try #require(SelectionKind.allCases.randomElement(using: &random))
            let open = CampaignProtocol(try Sample.campaign(kind))
            let changed = try ProtocolChange.random(of: open, using: &random)
            #expect(throws: OpenCampaign.Refusal.sealed) {
                try ProtocolRules.isNew(changed, known: open, at: Sample.start)
            }
            #expect(try Seal.of(changed) != Seal.of(open))
        }
    }
}

/// One change of a protocol, in any of its parts.
enum ProtocolChange {
    static func random(
        of document: CampaignProtocol,
        using random: inout SeededGenerator
    ) throws -> CampaignProtocol {
        var changed = document
        switch Int.random(in: 0..<14, using: &random) {
        case 0: changed.title = try Title(wire: document.title.wire + "!")
        case 1: changed.brief = try Prose(wire: document.brief.wire + "!")
        case 2: changed.source = document.source == .members ? .imports : .members
        case 3: changed.audience = Audience(roles: [.expert])
        case 4: changed.phases[Int.random(in: 0..<4, using: &random)].closesAt = Sample.start + .days(9)
        case 5: changed.allowsEarlyClosing.toggle()
        case 6: changed.criteria.removeLast()
        case 7: changed.criteria[0].weight = try Weight(wire: Int64.random(in: 2...1000, using: &random))
        case 8: changed.votes.limit = try Quantity(wire: Int64.random(in: 1...9, using: &random))
        case 9: changed.selection.minimumVotes = .one
        case 10: changed.ties = .sealDraw
        case 11: changed.budget = try Sample.euros(Int64.random(in: 2000...9000, using: &random))
        case 12: changed.winners = try Quantity(wire: Int64.random(in: 3...9, using: &random))
        default: changed.phases.reverse()
        }
        return changed
    }
}
