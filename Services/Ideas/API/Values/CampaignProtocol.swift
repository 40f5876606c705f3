import Foundation
public import Models

/// Everything that decides how a campaign runs and who wins, as one document.
///
/// Its canonical JSON (names in the order of code points, no white space, absent members left out, numbers as integers,
/// UTF-8: what RFC 8785 prescribes for such a document) has a SHA-256, which is the campaign's seal.
public struct CampaignProtocol: Codable, Sendable, Hashable {
    /// Which rules the document is to be read by.
    public enum Format: String, Codable, CaseIterable, Sendable { case campaign1 = "wellspring-campaign-1" }

    public var format: Format
    /// What the campaign is called in the system that opened it.
    public var reference: ExternalID?
    public var title: Title
    public var brief: Prose
    public var source: CampaignSource
    public var audience: Audience
    public var phases: [PhaseWindow]
    /// Whether staff may end a phase before its instant. Whoever does is named in the result.
    public var allowsEarlyClosing: Bool
    public var criteria: [Criterion]
    public var votes: VoteMode
    public var selection: SelectionRule
    public var ties: TieRule
    public var budget: Money?
    /// How many ideas may win at most.
    public var winners: Quantity?

    public init(_ campaign: OpenCampaign) {
        format = .campaign1
        reference = campaign.reference
        title = campaign.title
        brief = campaign.brief
        source = campaign.source ?? .members
        audience = campaign.audience ?? .everyone
        phases = campaign.phases
        allowsEarlyClosing = campaign.allowsEarlyClosing ?? true
        criteria = campaign.criteria ?? Criterion.standard
        votes = campaign.votes ?? VoteMode(kind: .approval)
        selection = campaign.selection
        ties = campaign.ties ?? .earliestSubmission
        budget = campaign.budget
        winners = campaign.winners
    }

    /// The text whose SHA-256 is the seal.
    public var canonicalText: String { get throws { try CanonicalJSON.text(self) } }
}

/// One text for one value, so that equal values have equal digests.
public enum CanonicalJSON {
    /// - Parameter value: with names in ASCII and integers as its only numbers, as all documents here are.
    public static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
