import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Members read the questions, and nobody the answers.
@Test(arguments: TestEngine.allCases)
func aCourseIsReadWithoutItsAnswers(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        let course = try await host.course()
        try await host.complete(2, of: course, as: ines)
        let raw = try await host.rawCall(GetCourse(course: course.course), as: ines)
        #expect(!String(decoding: raw, as: UTF8.self).contains("answer"))
        let view = try await host.call(GetCourse(course: course.course), as: ines)
        #expect(view.questions.count == 3)
        #expect(view.progress?.lessons.map(\.wire) == [2])
        #expect(try await host.call(GetCourse(course: course.course), as: host.backend()) == course)
        await #expect(throws: GetCourse.Refusal.courseUnknown) {
            try await host.call(GetCourse(course: .example), as: ines)
        }
    }
}
