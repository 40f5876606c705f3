public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AwardMany: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> AwardOutcomes {
        try check()
        let movements = awards.map { $0.movement(by: staff.actor, in: context) }
        for _ in 0..<3 {
            do {
                return try await context.write(isolation: .readCommitted) { work in try decide(movements, in: work) }
            } catch let unmade as Unmade {
                return try await answer(unmade, movements, in: context)
            } catch  where error is Ledger.Taken || error is Ledger.Obstacle {
                // Another call took an id, or an account was stopped, after it had been looked at: it is looked at again.
                continue
            }
        }
        throw SQLError.conflict
    }

    /// One of linked awards was refused, and what was made before it is undone.
    private struct Unmade: Error {
        let index: Int
        let refusal: AwardRefusal
        /// Not what the id was refused with before.
        let isNew: Bool
    }

    private func check() throws(Refusal) {
        guard !awards.isEmpty else { throw .nothingToDo }
        guard awards.count <= 1000 else { throw .tooManyAtOnce }
        let ids = awards.compactMap(\.transfer)
        guard Set(ids).count == ids.count else { throw .transferTwice }
    }

    private func decide(_ movements: [Movement], in work: Work<RewardsService>) throws -> AwardOutcomes {
        let accounts = Set(movements.flatMap { [$0.credit, $0.debit] })
        let known = try Known(awards.compactMap(\.transfer), on: accounts, in: work)
        let refusals = movements.indices.map { refusal(of: $0, movements[$0], known, work.service.settings) }
        if linked == true, let place = refusals.firstIndex(where: { $0 != nil }), let refusal = refusals[place] {
            throw Unmade(index: place, refusal: refusal, isNew: known.transfers[movements[place].id] == nil)
        }
        let fresh = movements.indices.filter { known.transfers[movements[$0].id] == nil }
        try refuse(fresh.filter { awards[$0].transfer != nil }, refusals, movements, in: work)
        let made = try give(fresh.filter { refusals[$0] == nil }.map { movements[$0] }, in: work)
        let before = try earlierAwards(known.transfers.filter { $0.value.refusal == nil }.map(\.key), in: work)
        let all = Dictionary(uniqueKeysWithValues: (made + before).map { ($0.transfer, $0) })
        return try AwardOutcomes(
            outcomes: movements.indices.map { place in
                if let refusal = refusals[place] { return AwardOutcome(refused: refusal) }
                return AwardOutcome(award: all[movements[place].id])
            }
        )
    }

    /// In the order of precedence: what the same id did before counts whatever the settings say by now.
    private func refusal(of place: Int, _ movement: Movement, _ known: Known, _ settings: RewardsSettings)
        -> AwardRefusal?
    {
        if let earlier = known.transfers[movement.id] {
            guard earlier.fingerprint == movement.fingerprint else { return .transferDiffers }
            return earlier.refusal.flatMap(AwardRefusal.init)
        }
        if awards[place].amount > settings.largestAward { return .amountTooLarge }
        if movement.needsApproval(by: settings) { return .approvalNeeded }
        return known.isStopped(movement) ? .accountStopped : nil
    }

    /// An id that the caller chose stays refused.
    private func refuse(
        _ places: [Int],
        _ refusals: [AwardRefusal?],
        _ movements: [Movement],
        in work: Work<RewardsService>
    ) throws {
        for place in places {
            guard let refusal = refusals[place] else { continue }
            guard try Ledger(work).refuse(movements[place], as: refusal.rawValue) else { throw Ledger.Taken() }
        }
    }

    private func give(_ movements: [Movement], in work: Work<RewardsService>) throws -> [Award] {
        movements.isEmpty ? [] : try Awards(work).give(movements.map { Grant(movement: $0, trace: work.trace) })
    }

    private func earlierAwards(_ ids: [Transfer.ID], in work: Work<RewardsService>) throws -> [Award] {
        let queries = ids.inBatches().map { TransferTable.awards($0) }
        return try zip(queries, work.transaction.run(together: queries.map(\.sql))).flatMap { try $1.all($0) }
    }

    private func answer(_ unmade: Unmade, _ movements: [Movement], in context: Context<RewardsService>) async throws
        -> AwardOutcomes
    {
        if awards[unmade.index].transfer != nil, unmade.isNew {
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
