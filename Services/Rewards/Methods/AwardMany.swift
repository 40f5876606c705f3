public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AwardMany: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> AwardOutcomes {
        try check()
        let movements = awards.map { $0.movement(by: staff.actor, in: context) }
        do {
            return try await context.write(isolation: .readCommitted) { work in
                try lock(movements, in: work)
                let outcomes = try zip(awards, movements).enumerated().map { index, pair in
                    let outcome = try outcome(of: pair.0, pair.1, in: work)
                    if linked == true, let refusal = outcome.refused { throw Unmade(index: index, refusal: refusal) }
                    return outcome
                }
                return try AwardOutcomes(outcomes: outcomes)
            }
        } catch let unmade as Unmade {
            return try await answer(unmade, movements, in: context)
        }
    }

    /// One of linked awards was refused, and what was made before it is undone.
    private struct Unmade: Error {
        let index: Int
        let refusal: AwardRefusal
    }

    private func check() throws(Refusal) {
        guard !awards.isEmpty else { throw .nothingToDo }
        guard awards.count <= 1000 else { throw .tooManyAtOnce }
        let ids = awards.compactMap(\.transfer)
        guard Set(ids).count == ids.count else { throw .transferTwice }
    }

    /// All accounts at once, and in the order in which every transaction takes them: members', then the house's.
    private func lock(_ movements: [Movement], in work: Work<RewardsService>) throws {
        let members = Set(movements.map(\.credit)).sorted()
        let house = Set(movements.map(\.debit)).sorted()
        try work.transaction.run(each: members.map(AccountTable.open))
        try work.transaction.run(each: (members + house).map(AccountTable.lock))
    }

    private func outcome(of item: AwardItem, _ movement: Movement, in work: Work<RewardsService>) throws
        -> AwardOutcome
    {
        if item.transfer != nil, let outcome = try earlier(movement, in: work) { return outcome }
        guard item.amount <= work.service.settings.largestAward else {
            return try refuse(.amountTooLarge, item, movement, in: work)
        }
        guard !movement.needsApproval(in: work) else { return try refuse(.approvalNeeded, item, movement, in: work) }
        do {
            let award = try work.transaction.savepoint { try Awards(work).give(movement) }
            if let award { return AwardOutcome(award: award) }
        } catch Ledger.Obstacle.stopped {
            return try refuse(.accountStopped, item, movement, in: work)
        }
        guard let outcome = try earlier(movement, in: work) else { throw Ledger.Broken() }
        return outcome
    }

    /// What the same id did before, whatever the settings say by now.
    private func earlier(_ movement: Movement, in work: Work<RewardsService>) throws -> AwardOutcome? {
        guard let earlier = try work.first(TransferTable.earlier(movement.id)) else { return nil }
        guard earlier.fingerprint == movement.fingerprint else { return AwardOutcome(refused: .transferDiffers) }
        if let refusal = earlier.refusal { return AwardOutcome(refused: AwardRefusal(rawValue: refusal)) }
        return AwardOutcome(award: try work.one(TransferTable.award(movement.id)))
    }

    /// An id that the caller chose stays refused; of linked awards the note is written when they are undone.
    private func refuse(
        _ refusal: AwardRefusal,
        _ item: AwardItem,
        _ movement: Movement,
        in work: Work<RewardsService>
    ) throws -> AwardOutcome {
        if item.transfer != nil, linked != true {
            _ = try Ledger(work).refuse(movement, as: refusal.rawValue)
        }
        return AwardOutcome(refused: refusal)
    }

    private func answer(_ unmade: Unmade, _ movements: [Movement], in context: Context<RewardsService>) async throws
        -> AwardOutcomes
    {
        if awards[unmade.index].transfer != nil, unmade.refusal != .transferDiffers {
            try await context.writeApart(isolation: .readCommitted) { work in
                _ = try Ledger(work).refuse(movements[unmade.index], as: unmade.refusal.rawValue)
            }
        }
        return try AwardOutcomes(
            outcomes: awards.indices.map { AwardOutcome(refused: $0 == unmade.index ? unmade.refusal : nil) }
        )
    }
}

extension AwardItem {
    init(_ award: AwardPoints) {
        self.init(
            member: award.member,
            amount: award.amount,
            reason: award.reason,
            transfer: award.transfer,
            asset: award.asset,
            pending: award.pending
        )
    }

    func movement(by actor: Actor, in context: Context<RewardsService>) -> Movement {
        let wait = pending ?? Seconds(0)
        return Movement.award(
            amount,
            of: asset ?? .points,
            to: member,
            by: actor,
            because: reason,
            due: wait > Seconds(0) ? context.now + wait : nil,
            id: transfer ?? context.id(Transfer.self),
            at: context.now
        )
    }
}
