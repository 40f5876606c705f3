public import Contract
public import Models

/// A part of a hundred, in whole percent.
public struct Percent: WireValue, Comparable {
    public let wire: Int64

    public init(wire: Int64) throws(InvalidValue) {
        guard (1...100).contains(wire) else { throw InvalidValue("must be from 1 to 100 percent") }
        self.wire = wire
    }

    private init(unchecked: Int64) { wire = unchecked }

    public static let all = Percent(unchecked: 100)
    public static var schema: Schema { Schema(.integer(1...100), "A part of a hundred.", unit: "percent") }
    public static var example: Percent { Percent(unchecked: 80) }
    public static func < (left: Percent, right: Percent) -> Bool { left.wire < right.wire }
}

/// A lesson of a course.
public struct Lesson: Codable, Sendable, Equatable {
    public var title: Title
    public var text: Prose

    public init(title: Title, text: Prose) {
        self.title = title
        self.text = text
    }
}

/// A question as it is asked.
public struct Question: Codable, Sendable, Equatable {
    public var text: Sentence
    public var choices: [Sentence]

    public init(text: Sentence, choices: [Sentence]) {
        self.text = text
        self.choices = choices
    }
}

/// A question with its answer, which only staff know.
public struct QuestionTerms: Codable, Sendable, Equatable {
    public var text: Sentence
    /// From 2 to 20.
    public var choices: [Sentence]
    /// Which choice is right; 1 for the first.
    public var answer: Quantity

    public init(text: Sentence, choices: [Sentence], answer: Quantity) {
        self.text = text
        self.choices = choices
        self.answer = answer
    }
}

/// What is taught, without the answers.
public struct CourseView: Codable, Sendable, Equatable {
    public var course: Course.ID
    public var title: Title
    public var about: Prose
    public var lessons: [Lesson]
    /// The test; empty where the course has none and is completed with its last lesson.
    public var questions: [Question]
    /// How much of the test has to be right.
    public var passMark: Percent
    /// How often a member may sit the test; absent where that is not limited.
    public var attempts: Quantity?
    /// How long its certificate is valid; absent where it does not expire.
    public var validity: Months?
    /// How far the caller has come; absent where no member asks.
    public var progress: CourseProgress?

    public init(
        course: Course.ID,
        title: Title,
        about: Prose,
        lessons: [Lesson],
        questions: [Question],
        passMark: Percent,
        attempts: Quantity?,
        validity: Months?,
        progress: CourseProgress?
    ) {
        self.course = course
        self.title = title
        self.about = about
        self.lessons = lessons
        self.questions = questions
        self.passMark = passMark
        self.attempts = attempts
        self.validity = validity
        self.progress = progress
    }
}

/// A course in the list of courses.
public struct CourseSummary: Codable, Sendable, Equatable {
    public var course: Course.ID
    public var title: Title
    public var about: Prose

    public init(course: Course.ID, title: Title, about: Prose) {
        self.course = course
        self.title = title
        self.about = about
    }
}

/// How far a member has come in a course.
public struct CourseProgress: Codable, Sendable, Equatable {
    /// The numbers of the lessons that were completed, 1 for the first.
    public var lessons: [Quantity]
    /// How often the member has sat the test.
    public var attempts: Count
    public var completedAt: Instant?
    public var certificate: Certificate.ID?

    public init(lessons: [Quantity], attempts: Count, completedAt: Instant?, certificate: Certificate.ID?) {
        self.lessons = lessons
        self.attempts = attempts
        self.completedAt = completedAt
        self.certificate = certificate
    }
}

/// What came of a test.
public struct TestResult: Codable, Sendable, Equatable {
    public var right: Count
    public var questions: Count
    public var isPassed: Bool
    /// How often it can still be sat; absent where that is not limited, or where it is passed.
    public var attemptsLeft: Count?
    public var certificate: Certificate.ID?

    public init(right: Count, questions: Count, isPassed: Bool, attemptsLeft: Count?, certificate: Certificate.ID?) {
        self.right = right
        self.questions = questions
        self.isPassed = isPassed
        self.attemptsLeft = attemptsLeft
        self.certificate = certificate
    }
}
