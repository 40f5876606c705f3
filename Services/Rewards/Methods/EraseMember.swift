public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension EraseMember: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> ErasureRecord {
        try await context.write { work in
            guard try work.transaction.knows(member) else { throw Refusal.memberUnknown }
            var record = ErasureRecord(member: member, at: work.now, by: staff.actor, records: .zero)
            guard try work.run(ErasureTable.insert(record)) == 1 else { throw Refusal.erased }
            var changed = 0
            for statement in ErasureTable.statements(for: member) { changed += try work.run(statement) }
            changed += try eraseWords(in: work)
            record.records = try Count(wire: Int64(changed))
            try work.run(ErasureTable.finish(record))
            return record
        }
    }

    /// Words of activities stand within documents, which both engines write differently.
    private func eraseWords(in work: Work<RewardsService>) throws -> Int {
        let told = try work.all(ErasureTable.told(by: member))
        for earning in told {
            var wordless = earning
            wordless.content.words = nil
            try work.run(EarningEventTable.rewrite(wordless))
        }
        return told.count
    }
}
