public import Hosting
public import IdentityAPI
public import Models

extension RevokeClient: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdentityService>) async throws -> RevokedClient {
        guard staff.isAdministrator else { throw Refusal.administratorNeeded }
        return try await context.write { work in
            guard let revokedAt = try work.first(ClientTable.revoke(client, at: work.now)) else {
                throw Refusal.clientUnknown
            }
            return RevokedClient(client: client, revokedAt: revokedAt)
        }
    }
}
