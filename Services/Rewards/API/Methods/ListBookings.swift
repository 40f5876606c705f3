public import Contract
public import Models

/// Lists who booked a lecture.
public struct ListBookings: RewardsMethod {
    public var lecture: Lecture.ID

    public init(lecture: Lecture.ID) {
        self.lecture = lecture
    }

    public static let name = "rewards.bookings"
    public static let summary = "Lists who booked a place in a lecture and who waits, in the order in which they came."
    public typealias Caller = StaffMember
    public typealias Reply = [Booking]
    public enum Refusal: String, Contract.Refusal { case lectureUnknown }
}
