public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetCertificateKeys: Handled {
    public func respond(to visitor: Visitor, in context: Context<RewardsService>) async throws -> [CertificateKey] {
        try await context.read { tx in try tx.all(CertificateTable.keys) }
    }
}
