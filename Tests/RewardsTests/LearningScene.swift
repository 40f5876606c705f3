import Contract
import Foundation
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

// What the tests of courses, lectures and certificates begin with.

extension Harness where Service == RewardsService {
    /// Runs a test with a key file of its own.
    static func learning(on engine: TestEngine, _ body: (Harness<RewardsService>) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).key.json").path
        defer { for name in [file, file + ".lock"] { try? FileManager.default.removeItem(atPath: name) } }
        try await run(on: engine, settings: ["WELLSPRING_REWARDS_CERTIFICATES_KEY_FILE": file], body)
    }

    /// Two lessons and, if asked for, three questions whose first choice is right, of which two have to be.
    func course(hasTest: Bool = true, attempts: Int64? = nil, validity: Int64? = nil) async throws -> CourseView {
        let choices = try ["Yes", "No"].map { try Sentence(wire: $0) }
        let question = QuestionTerms(text: .example, choices: choices, answer: .one)
        let define = DefineCourse(
            title: try Title(wire: "How to \"refill\" – 補充"),
            about: .example,
            lessons: [Lesson(title: .example, text: .example), Lesson(title: .example, text: .example)],
            questions: hasTest ? [question, question, question] : nil,
            passMark: try Percent(wire: 60),
            attempts: try attempts.map(Quantity.init),
            validity: try validity.map(Months.init)
        )
        return try await call(define, as: staff())
    }

    @discardableResult
    func complete(_ lesson: Int64, of course: CourseView, as member: TestCaller) async throws -> CourseProgress {
        try await call(CompleteLesson(course: course.course, lesson: try Quantity(wire: lesson)), as: member)
    }

    @discardableResult
    func sit(_ course: CourseView, _ answers: Int64..., as member: TestCaller) async throws -> TestResult {
        try await call(SitTest(course: course.course, answers: try answers.map(Quantity.init)), as: member)
    }

    /// A course without a test, completed.
    func certificate(of member: TestCaller, validity: Int64? = nil) async throws -> IssuedCertificate {
        let course = try await course(hasTest: false, validity: validity)
        for lesson: Int64 in [1, 2] { try await complete(lesson, of: course, as: member) }
        return try #require(try await call(ListCertificates(), as: member).last)
    }

    /// Begins in a day and takes an hour.
    func lecture(places: Int64) async throws -> LectureView {
        let announce = AnnounceLecture(
            title: .example,
            about: .example,
            speaker: .example,
            startsAt: clock.now + .days(1),
            endsAt: clock.now + .days(1) + .hours(1),
            places: try Quantity(wire: places)
        )
        return try await call(announce, as: staff())
    }

    @discardableResult
    func book(_ lecture: LectureView, as member: TestCaller) async throws -> Booking {
        try await call(BookLecture(lecture: lecture.lecture), as: member)
    }

    func bookings(_ lecture: LectureView) async throws -> [Booking] {
        try await call(ListBookings(lecture: lecture.lecture), as: staff())
    }
}
