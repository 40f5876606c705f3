public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension AnnounceLecture: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> LectureView {
        guard startsAt < endsAt else { throw Refusal.periodEmpty }
        guard startsAt > context.now else { throw Refusal.lectureBegun }
        return try await context.write { work in
            let view = LectureView(
                lecture: work.id(Lecture.self),
                title: title,
                about: about,
                speaker: speaker,
                startsAt: startsAt,
                endsAt: endsAt,
                places: places,
                left: Count(places),
                waiting: .zero
            )
            try work.run(LectureTable.insert(view, by: staff.actor, at: work.now))
            return view
        }
    }
}
