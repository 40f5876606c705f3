import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

/// Without a test the last lesson completes the course, once.
@Test(arguments: TestEngine.allCases)
func theLastLessonCompletesACourseWithoutTest(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let ines = host.member("Ines")
        let course = try await host.course(hasTest: false)
        #expect(try await host.complete(2, of: course, as: ines).completedAt == nil)
        #expect(try await host.complete(2, of: course, as: ines).lessons.count == 1)
        let done = try await host.complete(1, of: course, as: ines)
        #expect(done.completedAt == host.clock.now)
        #expect(done.certificate != nil)
        #expect(try await host.complete(1, of: course, as: ines) == done)
        #expect(try await host.published(CourseCompleted.self).map(\.certificate) == [done.certificate])
    }
}

@Test(arguments: TestEngine.allCases)
func completeLessonRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let ines = host.member("Ines")
        await #expect(throws: CompleteLesson.Refusal.courseUnknown) {
            try await host.call(CompleteLesson(course: .example, lesson: .one), as: ines)
        }
        let course = try await host.course()
        await #expect(throws: CompleteLesson.Refusal.lessonUnknown) {
            try await host.complete(3, of: course, as: ines)
        }
        for lesson: Int64 in [1, 2] { try await host.complete(lesson, of: course, as: ines) }
        #expect(try await host.published(CourseCompleted.self).isEmpty)
    }
}
