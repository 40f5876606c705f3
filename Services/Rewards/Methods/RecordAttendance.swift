public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension RecordAttendance: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> Booking {
        try await context.write(isolation: .readCommitted) { work in
            guard let places = try work.first(LectureTable.lock(lecture)) else { throw Refusal.lectureUnknown }
            guard places.startsAt <= work.now else { throw Refusal.lectureNotBegun }
            let state = try work.first(BookingTable.find(member, in: lecture))
            guard let state, state != .waiting, state != .cancelled else { throw Refusal.notBooked }
            let booking = Booking(lecture: lecture, member: member, state: attended ? .attended : .missed)
            try work.run(BookingTable.change(booking, at: work.now))
            if attended, state != .attended { try work.publish(LectureAttended(member: member, lecture: lecture)) }
            return booking
        }
    }
}
