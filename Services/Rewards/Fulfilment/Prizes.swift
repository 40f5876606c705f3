import Hosting
import Models
import RewardsAPI
import TypedSQL

/// What the winners of a draw get, within the transaction in which they are drawn.
struct Prizes {
    let work: Work<RewardsService>
    let draw: DrawRecord
    let actor: Actor

    typealias Prize = (redemption: Redemption.ID?, award: Transfer.ID?)

    /// Pieces first and points afterwards, because rows are taken in the order reward, account.
    ///
    /// - Parameter members: in the order in which they were drawn, each once.
    func give(to members: [Member.ID]) throws -> [Prize] {
        let reason = try Sentence(wire: draw.title.wire)
        let gifts = try members.map { try piece(for: $0, because: reason) }
        let awards = try pay(members, because: reason)
        return zip(gifts, members).map { ($0, awards[$1]) }
    }

    private func piece(for member: Member.ID, because reason: Sentence) throws -> Redemption.ID? {
        guard let reward = draw.reward else { return nil }
        let gift = Gift(reward: reward, member: member, units: .one, reason: reason, giver: .hand(actor))
        return try Gifts(work).handOut(gift).id
    }

    private func pay(_ members: [Member.ID], because reason: Sentence) throws -> [Member.ID: Transfer.ID] {
        guard let prize = draw.prize else { return [:] }
        let movements = members.map { member in
            Movement.award(
                prize.amount,
                of: prize.asset ?? .points,
                to: member,
                by: actor,
                because: reason,
                id: work.id(Transfer.self),
                at: work.now
            )
        }
        _ = try Awards(work).give(movements.map { Grant(movement: $0, trace: work.trace) })
        return Dictionary(zip(members, movements.map(\.id))) { first, _ in first }
    }
}
