import IdeasAPI
import Models

/// Valid values that tests start from.
enum Sample {
    static let start = Instant.example

    /// An hour for each of these phases, one after the other.
    static func phases(_ phases: [Phase] = Phase.allCases, from start: Instant = start) -> [PhaseWindow] {
        phases.enumerated().map { place, phase in
            PhaseWindow(phase, from: start + .hours(Int64(place)), to: start + .hours(Int64(place) + 1))
        }
    }

    /// Everybody may take part; the two ideas with the most votes win.
    static func campaign(_ kind: SelectionKind = .approvalCount) throws -> OpenCampaign {
        OpenCampaign(
            title: try Title(wire: "Ideas for the shops"),
            brief: try Prose(wire: "What would make you come more often?"),
            phases: phases(),
            selection: SelectionRule(kind: kind, voteShare: kind == .combined ? try Share(wire: 60) : nil),
            budget: kind == .greedyByVotes ? try euros(1000) : nil,
            winners: kind == .greedyByVotes ? nil : try Quantity(wire: 2)
        )
    }

    static func euros(_ amount: Int64) throws -> Money {
        Money(amount: try MinorUnits(wire: amount * 100), currency: try Currency(wire: "EUR"))
    }

    /// The same number is the same idea.
    static func idea(_ number: Int) -> Idea.ID { Idea.ID(at: start, entropy: UInt128(number)) }

    static func member(_ number: Int) -> Member.ID { Member.ID(at: start, entropy: UInt128(number)) }

    static func pseudonym(_ number: Int) throws -> Pseudonym { try Pseudonym(wire: "p\(number + 1000)") }

    /// The same grade by each criterion of the standard set.
    static func grades(_ grade: Int64) throws -> [CriterionGrade] {
        try Criterion.standard.map { CriterionGrade(criterion: $0.key, grade: try Grade(wire: grade)) }
    }
}
