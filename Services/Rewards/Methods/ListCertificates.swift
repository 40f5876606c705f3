public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListCertificates: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> [IssuedCertificate] {
        let now = context.now
        // Who completed a course need not have earned or contributed anything.
        return try await context.read(of: member, for: reader, refusing: Refusal.self) { tx, id in
            try !tx.all(CertificateTable.held(by: id, at: now)).isEmpty || tx.knows(id)
        } _: { tx, id in
            try tx.all(CertificateTable.held(by: id, at: now))
        }
    }
}
