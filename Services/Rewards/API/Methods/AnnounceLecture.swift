public import Contract
public import Models

/// Announces a lecture.
public struct AnnounceLecture: RewardsMethod, Repeatable {
    public var title: Title
    public var about: Prose
    public var speaker: PersonName
    public var startsAt: Instant
    public var endsAt: Instant
    public var places: Quantity

    public init(
        title: Title,
        about: Prose,
        speaker: PersonName,
        startsAt: Instant,
        endsAt: Instant,
        places: Quantity
    ) {
        self.title = title
        self.about = about
        self.speaker = speaker
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.places = places
    }

    public static let name = "rewards.announceLecture"
    public static let summary = "Announces a lecture by an expert, with places that can be booked until it begins."
    public typealias Caller = StaffMember
    public typealias Reply = LectureView
    public enum Refusal: String, Contract.Refusal { case periodEmpty, lectureBegun }
}
