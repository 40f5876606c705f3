public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListLectures: Handled {
    public func respond(to reader: Reader, in context: Context<RewardsService>) async throws -> Page<LectureView> {
        let limit = limit ?? .standard
        let now = isUpcoming ?? true ? context.now : nil
        let lectures = try await context.read { tx in
            try tx.all(LectureTable.page(from: now, after: after?.key ?? "", limit: limit))
        }
        return Page(surplus: lectures, limit: limit) { $0.lecture.wire }
    }
}
