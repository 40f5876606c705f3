import IdeasAPI
import Models

/// An idea as it is stored, without what is counted elsewhere.
struct IdeaRow: Sendable {
    var idea: Idea.ID
    var campaign: Campaign.ID
    var author: Member.ID?
    var external: ExternalID?
    var title: Title
    var cost: Money?
    var status: IdeaStatus
    var submittedAt: Instant
}

extension IdeaRow {
    static let sample = IdeaRow(
        idea: .example,
        campaign: .example,
        author: .example,
        external: nil,
        title: .example,
        cost: nil,
        status: .open,
        submittedAt: .example
    )
}
