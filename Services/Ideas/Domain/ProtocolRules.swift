import IdeasAPI
import Models

/// What a protocol must be before it is sealed.
enum ProtocolRules {
    /// - Parameter known: the protocol that is already open under the same reference, if there is one.
    /// - Returns: whether the campaign is new; false where the same protocol is open already.
    static func isNew(
        _ document: CampaignProtocol,
        known: CampaignProtocol?,
        at now: Instant
    ) throws(OpenCampaign.Refusal) -> Bool {
        if let known {
            guard known == document else { throw .sealed }
            return false
        }
        guard document.audience.customerTypes != [], document.audience.roles != [] else { throw .audienceEmpty }
        try checkPhases(document, at: now)
        try checkCriteria(document.criteria)
        try checkSelection(document)
        return true
    }

    private static func checkPhases(_ document: CampaignProtocol, at now: Instant) throws(OpenCampaign.Refusal) {
        let phases = document.phases.map(\.phase)
        var needed: Set<Phase> = [.collecting, .deciding]
        if document.selection.kind.usesVotes { needed.insert(.voting) }
        if document.selection.kind.usesScores { needed.insert(.reviewing) }
        guard needed.isSubset(of: phases), Set(phases).count == phases.count else { throw .phaseMissing }
        guard phases == Phase.allCases.filter(phases.contains) else { throw .phasesOutOfOrder }
        for (place, window) in document.phases.enumerated() {
            guard window.opensAt < window.closesAt else { throw .phasesOutOfOrder }
            guard place == 0 || document.phases[place - 1].closesAt <= window.opensAt else { throw .phasesOutOfOrder }
        }
        guard let first = document.phases.first, now < first.closesAt else { throw .phasesOver }
    }

    private static func checkCriteria(_ criteria: [Criterion]) throws(OpenCampaign.Refusal) {
        guard !criteria.isEmpty else { throw .criteriaMissing }
        guard Set(criteria.map(\.key)).count == criteria.count else { throw .criterionTwice }
        for criterion in criteria {
            let grades = (criterion.anchors ?? []).map(\.grade)
            guard Set(grades).count == grades.count else { throw .anchorTwice }
        }
    }

    private static func checkSelection(_ document: CampaignProtocol) throws(OpenCampaign.Refusal) {
        let kind = document.selection.kind
        guard kind != .greedyByVotes || document.budget != nil else { throw .budgetMissing }
        guard kind == .greedyByVotes || document.winners != nil else { throw .winnersMissing }
        guard (kind == .combined) == (document.selection.voteShare != nil) else { throw .voteShareMissing }
    }
}
