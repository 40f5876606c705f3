import Contract
import Hosting
import Models
import RewardsAPI
import TypedSQL

extension RewardsService {
    /// Compares the logs of the others, and what backends told, with what was awarded, and notes the gaps.
    ///
    /// - Throws: what went wrong with the last log, after all others were compared.
    static func reconcile(in context: Context<RewardsService>, _ sources: [ReconciledSource]? = nil) async throws {
        var failure: (any Error)?
        let rules = try await context.read { tx in try tx.all(RuleTable.all) }
        let run = ReconciliationRun(context: context, rules: rules)
        do { try await run.compareOwn() } catch { failure = error }
        for source in sources ?? ReconciledSource.all(in: context) {
            do { try await run.compare(source) } catch { failure = error }
            try Task.checkCancellation()
        }
        let gaps = try await context.read { tx in try tx.one(ReconciliationTable.count) }
        context.gauge("rewards_reconciliation_gaps", gaps)
        if gaps > 0 { context.complain("events and awards do not fit", ["gaps": gaps]) }
        if let failure { throw failure }
    }
}

/// One night's comparison. Each part of a log is read in a snapshot of its own, so that no read grows with the log.
private struct ReconciliationRun: Sendable {
    let context: Context<RewardsService>
    let rules: [EarningRule]
    static let eventsAtOnce = 500

    private func find(
        _ service: String,
        _ body: @escaping @Sendable (Reconciliation) throws -> [ReconciliationGap]
    ) async throws {
        let limit = context.service.settings.longestRead
        let gaps = try await context.read(within: limit) { [now = context.now, rules] tx in
            try body(Reconciliation(tx: tx, rules: rules, service: service, now: now))
        }
        guard !gaps.isEmpty else { return }
        try await context.write(isolation: .readCommitted) { work in
            try work.run(each: gaps.map(ReconciliationTable.note))
        }
    }

    private func finish(_ service: String, through position: LogPosition, _ events: Int) async throws {
        let log = ReconciledLog(
            service: service,
            at: context.now,
            through: position,
            events: try Count(wire: Int64(events))
        )
        try await context.write(isolation: .readCommitted) { work in
            try work.run(ReconciliationTable.close(of: service, before: work.now))
            try work.run(ReconciliationTable.finish(log))
        }
    }

    /// Up to where the follower is: what comes after that is not late.
    func compare(_ source: ReconciledSource) async throws {
        let name = source.service.service
        let end = try await context.read { tx in try tx.followed(source.service) }
        var (position, count) = (LogPosition.start, 0)
        while position < end {
            guard let records = try await source.page(position) else { return }
            let told = records.prefix { $0.position <= end.wire }
            // A log that ends before the follower's cursor has lost its end.
            let last =
                try told.count == records.count && !told.isEmpty ? LogPosition(wire: told.last?.position ?? 0) : end
            let earnings = try told.compactMap { try source.readings[$0.name]?.earning($0) }
            try await find(name) { [position] reconciliation in
                let names = Array(source.readings.keys)
                let kept = try reconciliation.tx.all(ReconciledEvents.kept(of: names, after: position, through: last))
                return try reconciliation.gaps(earnings, kept: kept)
            }
            count += earnings.count
            position = last
            try Task.checkCancellation()
        }
        try await finish(name, through: end, count)
    }

    /// What backends told has no log but what was kept of it.
    func compareOwn() async throws {
        let name = RewardsInterface.service
        var (last, count) = ("", 0)
        while true {
            let page = try await context.read { [last] tx in
                try tx.all(ReconciledEvents.own(after: last, limit: Self.eventsAtOnce))
            }
            guard let end = page.last else { break }
            try await find(name) { reconciliation in
                let earnings = try page.map { try reconciliation.tx.one(EarningEventTable.find($0)) }
                return try reconciliation.gaps(earnings, kept: [])
            }
            count += page.count
            last = end.wire
            try Task.checkCancellation()
        }
        try await findOrphans()
        try await finish(name, through: .start, count)
    }

    private func findOrphans() async throws {
        try await find(RewardsInterface.service) { reconciliation in
            try reconciliation.tx.all(ReconciledEvents.orphans(after: "", limit: Self.eventsAtOnce))
                .map { reconciliation.gap($0.0, $0.1, $0.2) }
        }
    }
}
