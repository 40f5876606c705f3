public import Contract
public import Models

/// Gives a place in a lecture back.
public struct CancelBooking: RewardsMethod, Repeatable {
    public var lecture: Lecture.ID

    public init(lecture: Lecture.ID) {
        self.lecture = lecture
    }

    public static let name = "rewards.cancelBooking"
    public static let summary = "Gives the caller's place in a lecture or its waiting list back."
    public static let details = """
        The first who waits gets the place, and `rewards.placeGranted` tells so.
        """
    public typealias Caller = ActingMember
    public typealias Reply = Booking
    public enum Refusal: String, Contract.Refusal { case lectureUnknown, lectureBegun, notBooked }
}
