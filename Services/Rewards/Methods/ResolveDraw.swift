public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ResolveDraw: Handled {
    /// Read committed: the draw's row is locked first, and rows are then taken in the order reward, order, account.
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> DrawOutcome {
        try await context.write(isolation: .readCommitted) { work in
            try work.run(DrawTable.lock(draw))
            guard let found = try work.transaction.drawOutcome(draw)?.draw else { throw Refusal.drawUnknown }
            try check(found, at: work.now)
            let selection = VerifiableSelection(found.profile, key: VerifiableSelection.key(of: numbers))
            try draw(selection, found, by: staff.actor, in: work)
            try work.run(each: numbers.enumerated().map { DrawTable.note($1, of: $0 + 1, in: draw) })
            try work.run(DrawTable.resolve(draw, key: selection.key, by: staff.actor, at: work.now))
            try work.publish(DrawResolved(draw: draw, key: selection.key))
            guard let outcome = try work.transaction.drawOutcome(draw) else { throw Ledger.Broken() }
            return outcome
        }
    }

    private func check(_ found: DrawRecord, at now: Instant) throws(Refusal) {
        if found.state == .open { throw .drawOpen }
        if found.state == .done { throw .drawDone }
        if found.state == .cancelled { throw .drawCancelled }
        guard now >= found.seedFrom else { throw .seedTooEarly }
        guard numbers.count == found.sources.count, numbers.allSatisfy(\.isValid) else { throw .numbersInvalid }
    }

    private func draw(
        _ selection: VerifiableSelection,
        _ found: DrawRecord,
        by actor: Actor,
        in work: Work<RewardsService>
    ) throws {
        let pool = try work.all(DrawTable.pool(of: draw))
        let choices = selection.choose(Int(found.places.wire), of: pool.count)
        if let reward = found.reward, let surplus = try? Quantity(wire: found.places.wire - Int64(choices.count)) {
            try work.run(RewardTable.giveBack(surplus, of: reward))
        }
        let members = choices.map { pool[$0.place - 1] }
        let prizes = try work.refusing(as: Refusal.self) { _ in
            try Prizes(work: work, draw: found, actor: actor).give(to: members)
        }
        for (index, choice) in choices.enumerated() {
            let winner = DrawWinner(
                rank: try Rank(wire: Int64(index + 1)),
                place: try Quantity(wire: Int64(choice.place)),
                member: members[index],
                digest: choice.digest,
                redemption: prizes[index].redemption,
                award: prizes[index].award
            )
            try work.run(DrawTable.insert(winner, of: draw))
        }
    }
}
