public import Contract
public import Models

/// Notes who was at a lecture.
public struct RecordAttendance: RewardsMethod, Repeatable {
    public var lecture: Lecture.ID
    public var member: Member.ID
    public var attended: Bool

    public init(lecture: Lecture.ID, member: Member.ID, attended: Bool) {
        self.lecture = lecture
        self.member = member
        self.attended = attended
    }

    public static let name = "rewards.recordAttendance"
    public static let summary = "Notes whether a member who had a place was at a lecture."
    public static let details = """
        It can be corrected by another call.
        """
    public typealias Caller = StaffMember
    public typealias Reply = Booking
    public enum Refusal: String, Contract.Refusal { case lectureUnknown, lectureNotBegun, notBooked }
}
