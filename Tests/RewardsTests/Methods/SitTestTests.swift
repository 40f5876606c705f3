import Contract
import Hosting
import Models
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func whoPassesGetsACertificate(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let ines = host.member("Ines")
        let course = try await host.course(attempts: 3)
        for lesson: Int64 in [1, 2] { try await host.complete(lesson, of: course, as: ines) }
        let failed = try await host.sit(course, 1, 2, 2, as: ines)
        #expect(!failed.isPassed)
        #expect(failed.right.wire == 1)
        #expect(failed.attemptsLeft?.wire == 2)
        #expect(failed.certificate == nil)
        let passed = try await host.sit(course, 1, 1, 2, as: ines)
        #expect(passed.isPassed)
        #expect(passed.certificate != nil)
        #expect(try await host.published(CourseCompleted.self).map(\.certificate) == [passed.certificate])
        let progress = try await host.call(GetCourse(course: course.course), as: ines).progress
        #expect(progress?.certificate == passed.certificate)
        #expect(progress?.attempts.wire == 2)
    }
}

@Test(arguments: TestEngine.allCases)
func sitTestRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let (ines, omar) = (host.member("Ines"), host.member("Omar"))
        await #expect(throws: SitTest.Refusal.courseUnknown) {
            try await host.call(SitTest(course: .example, answers: []), as: ines)
        }
        let plain = try await host.course(hasTest: false)
        await #expect(throws: SitTest.Refusal.noTest) { try await host.sit(plain, 9, as: ines) }
        let course = try await host.course(attempts: 1)
        await #expect(throws: SitTest.Refusal.lessonsMissing) { try await host.sit(course, 9, as: ines) }
        for member in [ines, omar] {
            for lesson: Int64 in [1, 2] { try await host.complete(lesson, of: course, as: member) }
        }
        await #expect(throws: SitTest.Refusal.answersIncomplete) { try await host.sit(course, 1, 1, as: ines) }
        await #expect(throws: SitTest.Refusal.answersIncomplete) { try await host.sit(course, 1, 1, 3, as: ines) }
        try await host.sit(course, 2, 2, 2, as: ines)
        await #expect(throws: SitTest.Refusal.noAttemptsLeft) { try await host.sit(course, 1, 1, 1, as: ines) }
        try await host.sit(course, 1, 1, 1, as: omar)
        await #expect(throws: SitTest.Refusal.courseCompleted) { try await host.sit(course, 9, as: omar) }
    }
}

/// Many attempts at once are as many as one after another.
@Test(arguments: TestEngine.allCases)
func attemptsAreLimitedAlsoAtOnce(engine: TestEngine) async throws {
    try await Harness<RewardsService>.learning(on: engine) { host in
        let ines = host.member("Ines")
        let course = try await host.course(attempts: 3)
        for lesson: Int64 in [1, 2] { try await host.complete(lesson, of: course, as: ines) }
        let results = await race(12) { _ in try await host.sit(course, 2, 2, 2, as: ines) }
        let made = results.filter { if case .success = $0 { true } else { false } }.count
        #expect(made == 3)
        #expect(try await host.call(GetCourse(course: course.course), as: ines).progress?.attempts.wire == 3)
    }
}
