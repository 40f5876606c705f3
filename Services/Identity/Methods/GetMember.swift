public import Hosting
public import IdentityAPI
public import Models
import TypedSQL

extension GetMember: Handled {
    public func respond(to reader: Reader, in context: Context<IdentityService>) async throws -> MemberView {
        let seesAll = reader.bearer.isStaff(of: "identity") || reader.bearer.actor == .member(member)
        return try await context.read { tx in
            guard let row = try tx.first(MemberTable.find(member)), seesAll || row.confirmedAt != nil,
                let view = try MemberViews.of([row], withDetails: seesAll, in: tx).first
            else { throw Refusal.memberUnknown }
            return view
        }
    }
}
