public import Contract
public import Models

/// Books a place in a lecture.
public struct BookLecture: RewardsMethod, Repeatable {
    public var lecture: Lecture.ID

    public init(lecture: Lecture.ID) {
        self.lecture = lecture
    }

    public static let name = "rewards.bookLecture"
    public static let summary = "Books the caller a place in a lecture, or in its waiting list where none is left."
    public static let details = """
        Of many who want the last place exactly one gets it; the others wait in the order in which they came.
        """
    public typealias Caller = ActingMember
    public typealias Reply = Booking
    public enum Refusal: String, Contract.Refusal { case lectureUnknown, lectureBegun, alreadyBooked }
}
