import Contract
import Hosting
import Models
import RewardsAPI
import TypedSQL

/// Makes transfers under ids of which each has one effect and one answer for ever, a refusal being an answer too.
///
/// What was refused leaves nothing behind but the note that it was. The note is written after the refused transaction is
/// undone; where another call has decided meanwhile under the same id, both answer as that one.
struct Once<Answer: Sendable, Refusal: Contract.Refusal>: Sendable {
    typealias Working = Work<RewardsService>

    let movement: Movement
    /// Whether the caller chose the id; only then can it come again.
    let isChosen: Bool
    /// Gives nil where the id is taken.
    let make: @Sendable (Movement, Working) throws -> Answer?
    /// What it was answered with when it was made.
    let again: @Sendable (Movement, Working) throws -> Answer

    /// How methods refuse an id that stands for something else.
    private static var differs: String { "transferDiffers" }

    /// Read committed is enough: the id is claimed by an insert, and the ledger changes by guarded single statements.
    /// `AwardRaceTests` shows it.
    func run(in context: Context<RewardsService>) async throws -> Answer {
        do {
            return try await decide(in: context)
        } catch let refusal as Refusal where isChosen && refusal.rawValue != Self.differs {
            return try await note(refusal, in: context)
        }
    }

    private func decide(in context: Context<RewardsService>) async throws -> Answer {
        do {
            return try await context.write(isolation: .readCommitted) { work in try attempt(in: work) }
        } catch is Taken {
            return try await context.write(isolation: .readCommitted) { work in try attempt(in: work) }
        }
    }

    /// Another call took the id after it had been looked for: what this one did is undone, and then the answer is found.
    private struct Taken: Error {}

    private func attempt(in work: Working) throws -> Answer {
        if isChosen, let answer = try earlier(in: work) { return answer }
        do {
            if let answer = try make(movement, work) { return answer }
        } catch let obstacle as Ledger.Obstacle {
            throw try Refusal(obstacle)
        }
        throw Taken()
    }

    /// What the same id did before, whatever the settings say by now.
    private func earlier(in work: Working) throws -> Answer? {
        guard let earlier = try work.first(TransferTable.earlier(movement.id)) else { return nil }
        guard earlier.fingerprint == movement.fingerprint else { throw try Refusal(named: Self.differs) }
        if let refusal = earlier.refusal { throw try Refusal(named: refusal) }
        return try again(movement, work)
    }

    private func note(_ refusal: Refusal, in context: Context<RewardsService>) async throws -> Answer {
        let answer: Answer? = try await context.writeApart(isolation: .readCommitted) { work in
            if try Ledger(work).refuse(movement, as: refusal.rawValue) { return nil }
            return try earlier(in: work)
        }
        guard let answer else { throw refusal }
        return answer
    }
}

extension Contract.Refusal {
    init(_ obstacle: Ledger.Obstacle) throws { try self.init(named: obstacle.rawValue) }

    /// - Throws: a fault where the method does not declare the refusal.
    init(named name: String) throws {
        guard let refusal = Self(rawValue: name) else { throw Ledger.Broken() }
        self = refusal
    }
}

extension Work<RewardsService> {
    /// Makes what the ledger refuses a refusal of the method.
    func refusing<Refusal: Contract.Refusal, T>(as type: Refusal.Type, _ body: (Ledger) throws -> T) throws -> T {
        do { return try body(Ledger(self)) } catch let obstacle as Ledger.Obstacle { throw try Refusal(obstacle) }
    }
}
