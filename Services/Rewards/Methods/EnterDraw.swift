public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension EnterDraw: Handled {
    /// Read committed: who enters changes the draw's row under the condition that it is open, and who closes it waits
    /// for that row, so the pool that is published is the pool that there is.
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> DrawEntry {
        try await context.write(isolation: .readCommitted) { work in
            guard let found = try work.first(DrawTable.find(draw))?.draw else { throw Refusal.drawUnknown }
            let entry = DrawEntry(draw: draw, member: member.id)
            guard try work.run(DrawTable.enter(draw, member.id, at: work.now)) == 1 else { return entry }
            guard try work.run(DrawTable.count(draw, at: work.now)) == 1 else {
                throw found.entries.wire >= 65_535 ? Refusal.drawFull : Refusal.drawClosed
            }
            return entry
        }
    }
}
