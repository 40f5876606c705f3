public import Hosting
public import Models
public import RewardsAPI
import TypedSQL

extension ListBookings: Handled {
    public func respond(to staff: StaffMember, in context: Context<RewardsService>) async throws -> [Booking] {
        try await context.read { tx in
            guard try tx.first(LectureTable.exists(lecture)) != nil else { throw Refusal.lectureUnknown }
            return try tx.all(BookingTable.all(of: lecture))
        }
    }
}
