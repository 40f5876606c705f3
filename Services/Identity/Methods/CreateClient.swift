import Contract
public import Hosting
public import IdentityAPI
public import Models

extension CreateClient: Handled {
    public func respond(to staff: StaffMember, in context: Context<IdentityService>) async throws -> CreatedClient {
        let held = context.bearer.flatMap { bearer in
            bearer.kind == .member ? nil : bearer.scopes.compactMap { try? ScopeName(wire: $0) }
        }
        let wanted = Set(scopes).sorted()
        try ClientRules.check(wanted, isAdministrator: staff.isAdministrator, held: held)
        let key = ClientKey(client: context.id(Client.self), bytes: context.random.bytes(32))
        let until = context.now + ClientRules.life(days: days)
        try await context.write { work in
            _ = try work.run(
                ClientTable.insert(key, self, scopes: wanted, by: staff.actor, at: work.now, until: until)
            )
        }
        return CreatedClient(client: key.client, key: key, scopes: wanted, expiresAt: until)
    }
}
