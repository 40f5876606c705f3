public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension GetDraw: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> DrawOutcome {
        guard let outcome = try await context.read({ tx in try tx.drawOutcome(draw) }) else {
            throw Refusal.drawUnknown
        }
        return outcome
    }
}
