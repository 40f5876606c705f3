import Contract
import Hosting
import IdeasAPI
import Models
import RPC
import RewardsAPI
import Support

@testable import Rewards

// What tests of the reconciliation begin with.

/// A log of the ideas service that the test writes, and that the service follows as far as the test lets it.
actor IdeasLog {
    private(set) var records: [EventRecord] = []

    func submit(by member: Member.ID, at moment: Instant) throws -> EventRecord {
        let position = Int64(records.count + 1)
        let event = IdeaSubmitted(idea: .example, campaign: .example, author: member)
        let record = EventRecord(
            position: position,
            id: happening(UInt128(position)).wire,
            name: IdeaSubmitted.name,
            at: moment.wire,
            trace: nil,
            data: try JSONValue(encoding: event)
        )
        records.append(record)
        return record
    }

    func after(_ position: LogPosition) -> [EventRecord] {
        Array(records.filter { $0.position > position.wire }.prefix(2))
    }

    func forgetLast() { records.removeLast() }

    nonisolated var source: ReconciledSource {
        ReconciledSource(IdeasInterface.self, RewardsService.ideasEarnings) { await self.after($0) }
    }
}

extension Harness where Service == RewardsService {
    func reconcile(_ log: IdeasLog) async throws {
        try await RewardsService.reconcile(in: host.context(), [log.source])
    }

    func gaps(_ kind: GapKind? = nil) async throws -> [ReconciliationGap] {
        try await call(ListGaps(kind: kind), as: staff()).items
    }

    func follow(_ records: EventRecord...) async throws {
        try await host.apply(records, from: IdeasInterface.service)
    }
}
