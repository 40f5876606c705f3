public import Contract
public import Models

// What rewards tells of members' standing.

/// A member has a higher level than before.
public struct LevelReached: Event {
    public var member: Member.ID
    public var level: LevelKey
    public var reason: LevelReason
    public static let name = "rewards.levelReached"
    public static let summary = "A member reached a higher level."

    public init(member: Member.ID, level: LevelKey, reason: LevelReason) {
        self.member = member
        self.level = level
        self.reason = reason
    }
}

/// A member has a lower level than before.
public struct LevelLost: Event {
    public var member: Member.ID
    public var level: LevelKey
    /// What the member has now; absent for no level.
    public var now: LevelKey?
    public static let name = "rewards.levelLost"
    public static let summary = "A member lost a level."

    public init(member: Member.ID, level: LevelKey, now: LevelKey?) {
        self.member = member
        self.level = level
        self.now = now
    }
}

/// A member will lose a level soon, if nothing more is earned or contributed.
public struct LevelEnding: Event {
    public var member: Member.ID
    public var level: LevelKey
    /// The first day (UTC) without it.
    public var on: Day
    public static let name = "rewards.levelEnding"
    public static let summary = "A member's level ends soon, unless more is earned or contributed."

    public init(member: Member.ID, level: LevelKey, on: Day) {
        self.member = member
        self.level = level
        self.on = on
    }
}

/// A member got a badge in one of its grades.
public struct BadgeGiven: Event {
    public var member: Member.ID
    public var badge: BadgeKey
    public var grade: Quantity
    public static let name = "rewards.badgeGiven"
    public static let summary = "A member got a badge."

    public init(member: Member.ID, badge: BadgeKey, grade: Quantity) {
        self.member = member
        self.badge = badge
        self.grade = grade
    }
}

/// A badge was taken from a member.
public struct BadgeRevoked: Event {
    public var member: Member.ID
    public var badge: BadgeKey
    public var grade: Quantity
    public static let name = "rewards.badgeRevoked"
    public static let summary = "A badge was taken from a member."

    public init(member: Member.ID, badge: BadgeKey, grade: Quantity) {
        self.member = member
        self.badge = badge
        self.grade = grade
    }
}

/// A member has all items of a collection.
public struct CollectionCompleted: Event {
    public var member: Member.ID
    public var collection: CollectionKey
    public static let name = "rewards.collectionCompleted"
    public static let summary = "A member has all items of a collection."

    public init(member: Member.ID, collection: CollectionKey) {
        self.member = member
        self.collection = collection
    }
}

/// A member has completed a course.
public struct CourseCompleted: Event {
    public var member: Member.ID
    public var course: Course.ID
    public var certificate: Certificate.ID
    public static let name = "rewards.courseCompleted"
    public static let summary = "A member completed a course and got a certificate."

    public init(member: Member.ID, course: Course.ID, certificate: Certificate.ID) {
        self.member = member
        self.course = course
        self.certificate = certificate
    }
}

/// A certificate no longer holds.
public struct CertificateRevoked: Event {
    public var member: Member.ID
    public var certificate: Certificate.ID
    public static let name = "rewards.certificateRevoked"
    public static let summary = "A certificate was revoked."

    public init(member: Member.ID, certificate: Certificate.ID) {
        self.member = member
        self.certificate = certificate
    }
}

/// A member who waited has a place in a lecture now.
public struct PlaceGranted: Event {
    public var member: Member.ID
    public var lecture: Lecture.ID
    public static let name = "rewards.placeGranted"
    public static let summary = "A member who waited got a place in a lecture."

    public init(member: Member.ID, lecture: Lecture.ID) {
        self.member = member
        self.lecture = lecture
    }
}

/// A member was at a lecture.
public struct LectureAttended: Event {
    public var member: Member.ID
    public var lecture: Lecture.ID
    public static let name = "rewards.lectureAttended"
    public static let summary = "A member was at a lecture."

    public init(member: Member.ID, lecture: Lecture.ID) {
        self.member = member
        self.lecture = lecture
    }
}
