public import Hosting
public import IdeasAPI
public import Models
import TypedSQL

extension OpenCampaign: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdeasService>) async throws -> CampaignReceipt {
        let document = CampaignProtocol(self)
        let text = try document.canonicalText
        let seal = Seal.digest(text)
        return try await context.write { work in
            let known = try reference.flatMap { try work.first(CampaignTable.find(reference: $0)) }
            let isNew = try ProtocolRules.isNew(document, known: known?.protocol, at: work.now)
            if let known, !isNew {
                return CampaignReceipt(campaign: known.id, seal: known.seal, openedAt: known.openedAt)
            }
            let id = work.id(Campaign.self)
            try work.run(CampaignTable.insert(id, reference, title, text, seal, at: work.now, by: staff.actor))
            try work.publish(CampaignOpened(campaign: id, seal: seal))
            return CampaignReceipt(campaign: id, seal: seal, openedAt: work.now)
        }
    }
}
