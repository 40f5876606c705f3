public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension CancelBooking: Handled {
    /// Read committed, as in `BookLecture`.
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> Booking {
        try await context.write(isolation: .readCommitted) { work in
            guard let places = try work.first(LectureTable.lock(lecture)) else { throw Refusal.lectureUnknown }
            guard places.startsAt > work.now else { throw Refusal.lectureBegun }
            let state = try work.first(BookingTable.find(member.id, in: lecture))
            guard state == .booked || state == .waiting else { throw Refusal.notBooked }
            let booking = Booking(lecture: lecture, member: member.id, state: .cancelled)
            try work.run(BookingTable.change(booking, at: work.now))
            if state == .booked { try passOn(in: work) }
            return booking
        }
    }

    private func passOn(in work: Work<RewardsService>) throws {
        if let next = try work.first(BookingTable.promote(in: lecture, at: work.now)) {
            try work.publish(PlaceGranted(member: next, lecture: lecture))
        } else {
            try work.run(LectureTable.take(lecture, -1))
        }
    }
}
