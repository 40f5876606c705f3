import Contract
import Hosting
import Models
import RewardsAPI

extension Whose {
    /// The one member whose standing is asked for.
    /// - Parameter isKnown: whether anything is known of a member whom staff or a backend name.
    /// - Throws: the refusals `memberNeeded` and `memberUnknown` of the method.
    func one<Refusal: Contract.Refusal>(
        refusing type: Refusal.Type,
        isKnown: (Member.ID) async throws -> Bool
    ) async throws -> Member.ID {
        switch self {
        case .own(let id): return id
        case .any(let id):
            guard try await isKnown(id) else { throw try Refusal(named: "memberUnknown") }
            return id
        case .everybody: throw try Refusal(named: "memberNeeded")
        case .hidden: throw try Refusal(named: "memberUnknown")
        }
    }
}

extension Context<RewardsService> {
    func member<Refusal: Contract.Refusal>(
        _ asked: Member.ID?,
        for reader: Reader,
        refusing type: Refusal.Type
    ) async throws -> Member.ID {
        let isStaff = reader.bearer.isStaff(of: RewardsInterface.service)
        return try await Whose(asked: asked, by: reader.bearer, isStaff: isStaff).one(refusing: type) { id in
            try await read { tx in try tx.knows(id) }
        }
    }
}
