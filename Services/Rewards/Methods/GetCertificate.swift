public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetCertificate: Handled {
    public func respond(to visitor: Visitor, in context: Context<RewardsService>) async throws -> CertificateStatus {
        let issued = try await context.read { [now = context.now] tx in
            try tx.first(CertificateTable.find(certificate, at: now))
        }
        guard let issued else { throw Refusal.certificateUnknown }
        return issued.status
    }
}
