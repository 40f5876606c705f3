public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension BookLecture: Handled {
    /// Read committed is enough: the first statement keeps all others who want something of the lecture waiting.
    public func respond(to member: ActingMember, in context: Context<RewardsService>) async throws -> Booking {
        try await context.write(isolation: .readCommitted) { work in
            guard let places = try work.first(LectureTable.lock(lecture)) else { throw Refusal.lectureUnknown }
            guard places.startsAt > work.now else { throw Refusal.lectureBegun }
            var booking = Booking(lecture: lecture, member: member.id, state: places.isFree ? .booked : .waiting)
            let book = BookingTable.book(booking, ticket: places.ticket, at: work.now)
            guard try work.run(book) == 1 else { throw Refusal.alreadyBooked }
            if places.isFree {
                try work.run(LectureTable.take(lecture, 1))
            } else {
                booking.place = try work.one(BookingTable.waiting(in: lecture, through: places.ticket))
            }
            return booking
        }
    }
}
