public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension RevokeCertificate: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> CertificateStatus {
        try await context.write { work in
            guard let issued = try work.first(CertificateTable.find(certificate, at: work.now)) else {
                throw Refusal.certificateUnknown
            }
            let revoke = CertificateTable.revoke(certificate, by: staff.actor, because: reason, at: work.now)
            guard try work.run(revoke) == 1 else { throw Refusal.certificateRevoked }
            try work.publish(CertificateRevoked(member: issued.member, certificate: certificate))
            return try work.one(CertificateTable.find(certificate, at: work.now)).status
        }
    }
}
