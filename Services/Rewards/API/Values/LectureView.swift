public import Models

/// A talk by an expert.
public struct LectureView: Codable, Sendable, Equatable {
    public var lecture: Lecture.ID
    public var title: Title
    public var about: Prose
    public var speaker: PersonName
    public var startsAt: Instant
    public var endsAt: Instant
    public var places: Quantity
    /// How many places are free.
    public var left: Count
    /// How many members wait for one.
    public var waiting: Count

    public init(
        lecture: Lecture.ID,
        title: Title,
        about: Prose,
        speaker: PersonName,
        startsAt: Instant,
        endsAt: Instant,
        places: Quantity,
        left: Count,
        waiting: Count
    ) {
        self.lecture = lecture
        self.title = title
        self.about = about
        self.speaker = speaker
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.places = places
        self.left = left
        self.waiting = waiting
    }
}

/// What a member has to do with a lecture.
public struct Booking: Codable, Sendable, Equatable {
    public var lecture: Lecture.ID
    public var member: Member.ID
    public var state: BookingState
    /// The member's place in the waiting list, 1 for the next; absent where the member does not wait.
    public var place: Quantity?

    public init(lecture: Lecture.ID, member: Member.ID, state: BookingState, place: Quantity? = nil) {
        self.lecture = lecture
        self.member = member
        self.state = state
        self.place = place
    }
}

public enum BookingState: String, Codable, CaseIterable, Sendable {
    /// The member has a place.
    case booked
    /// The member gets the next place that becomes free.
    case waiting
    case cancelled
    /// The member was there.
    case attended
    /// The member had a place and was not there.
    case missed
}
