public import Contract
public import Models

/// Ends the running phase of a campaign before its instant.
public struct ClosePhase: IdeasMethod, Repeatable {
    public var campaign: Campaign.ID
    /// The running phase, named so that a late or repeated call does not end the next one.
    public var phase: Phase

    public init(campaign: Campaign.ID, phase: Phase) {
        self.campaign = campaign
        self.phase = phase
    }

    public static let name = "ideas.closePhase"
    public static let summary = "Ends the running phase before its instant; the next one opens at once."
    public static let details = """
        Phases end by themselves. This is for campaigns whose sealed protocol allows more than that. Who did it and when
        is part of the published result. The deciding phase ends by `ideas.select` and not by this.
        """
    public typealias Caller = StaffMember
    public typealias Reply = StageView
    public enum Refusal: String, Contract.Refusal { case campaignUnknown, phaseNotOpen, closesByDateOnly }
}
