import Contract
import Hosting
import Models
import RewardsAPI
import TypedSQL

extension Whose {
    /// The one member who is asked for.
    ///
    /// - Parameter isKnown: whether anything is known of a member whom staff or a backend name.
    /// - Throws: the refusals `memberNeeded` and `memberUnknown` of the method.
    func one<Refusal: Contract.Refusal>(
        refusing type: Refusal.Type,
        isKnown: (Member.ID) throws -> Bool
    ) throws -> Member.ID {
        switch self {
        case .own(let id): return id
        case .any(let id):
            guard try isKnown(id) else { throw try Refusal(named: "memberUnknown") }
            return id
        case .everybody: throw try Refusal(named: "memberNeeded")
        case .hidden: throw try Refusal(named: "memberUnknown")
        }
    }
}

extension Context<RewardsService> {
    /// Reads what one member asks of himself or herself, or staff or a backend of a member, in one snapshot.
    func read<Refusal: Contract.Refusal, T: Sendable>(
        of asked: Member.ID?,
        for reader: Reader,
        refusing type: Refusal.Type,
        isKnown: @escaping @Sendable (Transaction, Member.ID) throws -> Bool = { tx, id in try tx.knows(id) },
        _ body: @escaping @Sendable (Transaction, Member.ID) throws -> T
    ) async throws -> T {
        try await read { tx in
            let member = try Whose(asked: asked, by: reader).one(refusing: type) { id in try isKnown(tx, id) }
            return try body(tx, member)
        }
    }
}
