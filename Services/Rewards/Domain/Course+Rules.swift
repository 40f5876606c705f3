import Contract
import Models
import RewardsAPI

/// A course as it was offered, with the answers.
struct CourseTerms: Codable, Sendable {
    let course: Course.ID
    let title: Title
    let about: Prose
    let lessons: [Lesson]
    let questions: [QuestionTerms]
    let passMark: Percent
    let attempts: Quantity?
    let validity: Months?
}

extension DefineCourse {
    func terms(id: Course.ID) throws(Refusal) -> CourseTerms {
        guard (1...100).contains(lessons.count) else { throw .lessonsMissing }
        let questions = questions ?? []
        guard questions.count <= 200, questions.allSatisfy(\.isWhole) else { throw .questionBroken }
        return CourseTerms(
            course: id,
            title: title,
            about: about,
            lessons: lessons,
            questions: questions,
            passMark: passMark ?? .all,
            attempts: attempts,
            validity: validity
        )
    }
}

extension QuestionTerms {
    /// Whether it has choices, each once, and its answer is one of them.
    fileprivate var isWhole: Bool {
        (2...20).contains(choices.count) && Set(choices).count == choices.count && answer.wire <= choices.count
    }
}

extension CourseTerms {
    /// As members see it.
    func view(_ progress: CourseProgress?) -> CourseView {
        CourseView(
            course: course,
            title: title,
            about: about,
            lessons: lessons,
            questions: questions.map { Question(text: $0.text, choices: $0.choices) },
            passMark: passMark,
            attempts: attempts,
            validity: validity,
            progress: progress
        )
    }

    /// Whether every lesson is among the completed ones.
    func hasAllLessons(_ progress: CourseProgress) -> Bool { progress.lessons.count >= lessons.count }

    /// Decides one attempt: whether it may be made, and what came of it.
    func mark(_ answers: [Quantity], after progress: CourseProgress) throws(SitTest.Refusal) -> (
        right: Int64, isPassed: Bool
    ) {
        guard !questions.isEmpty else { throw .noTest }
        if progress.completedAt != nil { throw .courseCompleted }
        guard hasAllLessons(progress) else { throw .lessonsMissing }
        let fits = zip(answers, questions).allSatisfy { $0.wire <= $1.choices.count }
        guard answers.count == questions.count, fits else { throw .answersIncomplete }
        if let attempts, progress.attempts.wire >= attempts.wire { throw .noAttemptsLeft }
        let right = Int64(zip(answers, questions).filter { $0 == $1.answer }.count)
        return (right, right * 100 >= passMark.wire * Int64(questions.count))
    }

    /// When a certificate that is issued now expires; nil for never.
    func expiry(of now: Instant) -> Instant? {
        validity.map { Instant(microseconds: now.microseconds + Self.span(from: now.day, Int($0.wire))) }
    }

    private static func span(from day: Day, _ months: Int) -> Int64 {
        Int64(day.adding(months: months).number - day.number) * 86_400_000_000
    }
}
