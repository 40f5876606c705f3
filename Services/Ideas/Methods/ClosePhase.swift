public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension ClosePhase: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdeasService>) async throws -> StageView {
        try await context.write { work in
            guard var found = try work.transaction.campaign(campaign) else { throw Refusal.campaignUnknown }
            try CampaignRules.check(self, of: found, at: work.now)
            let closing = PhaseClosing(phase: phase, closedAt: work.now, closedBy: staff.actor)
            try work.run(ClosingTable.insert(campaign, closing))
            found.closings.append(closing)
            return StageView(campaign: campaign, stage: found.stage(at: work.now))
        }
    }
}
