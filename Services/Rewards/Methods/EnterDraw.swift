public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension EnterDraw: Handled {
    /// Read committed: who enters locks the draw's row first, so that a member who enters twice at once pays once; who
    /// closes it waits for that row, so the pool that is published is the pool that there is. Rows are then taken in the
    /// order draw, account.
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> DrawEntry {
        try await context.write(isolation: .readCommitted) { work in
            try work.run(DrawTable.lock(draw))
            guard let found = try work.first(DrawTable.find(draw))?.draw else { throw Refusal.drawUnknown }
            if let entry = try work.first(DrawTable.entry(of: member.id, in: draw)) { return entry }
            guard try work.run(DrawTable.count(draw, at: work.now)) == 1 else {
                throw found.state == .open && found.entriesUntil > work.now ? Refusal.drawFull : Refusal.drawClosed
            }
            let payment = try found.entryPrice.map { try pay($0, found.title, by: member.id, in: work) }
            let entry = DrawEntry(draw: draw, member: member.id, payment: payment)
            try work.run(DrawTable.insert(entry, at: work.now))
            return entry
        }
    }

    private func pay(_ price: AssetAmount, _ title: Title, by member: Member.ID, in work: Work<RewardsService>) throws
        -> Transfer.ID
    {
        let payment = Movement.payment(
            price.amount,
            from: .member(member, price.asset ?? .points),
            by: .member(member),
            because: try Sentence(wire: title.wire),
            id: work.id(Transfer.self),
            at: work.now
        )
        let after = try work.refusing(as: Refusal.self) { ledger in try ledger.pay(payment) }
        guard after != nil else { throw Ledger.Broken() }
        return payment.id
    }
}
