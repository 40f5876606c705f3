public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListCertificates: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> [IssuedCertificate] {
        let isStaff = reader.bearer.isStaff(of: RewardsInterface.service)
        let whose = Whose(asked: member, by: reader.bearer, isStaff: isStaff)
        let held = { (id: Member.ID) in
            try await context.read { [now = context.now] tx in try tx.all(CertificateTable.held(by: id, at: now)) }
        }
        // Who completed a course need not have earned or contributed anything.
        let id = try await whose.one(refusing: Refusal.self) { id in
            let hasSome = try await !held(id).isEmpty
            return try await hasSome ? true : context.read { tx in try tx.knows(id) }
        }
        return try await held(id)
    }
}
