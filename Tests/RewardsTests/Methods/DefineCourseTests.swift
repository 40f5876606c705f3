import Contract
import Hosting
import Models
import RPC
import RewardsAPI
import Support
import Testing

@testable import Rewards

@Test(arguments: TestEngine.allCases)
func defineCourseRefuses(engine: TestEngine) async throws {
    try await Harness<RewardsService>.run(on: engine) { host in
        let lesson = Lesson(title: .example, text: .example)
        let choices = try ["Yes", "No"].map { try Sentence(wire: $0) }
        func define(_ lessons: [Lesson], _ question: QuestionTerms?) async throws {
            let define = DefineCourse(
                title: .example,
                about: .example,
                lessons: lessons,
                questions: question.map { [$0] }
            )
            _ = try await host.call(define, as: host.staff())
        }
        let broken = [
            QuestionTerms(text: .example, choices: [choices[0]], answer: .one),
            QuestionTerms(text: .example, choices: [choices[0], choices[0]], answer: .one),
            QuestionTerms(text: .example, choices: choices, answer: try Quantity(wire: 3)),
        ]
        await #expect(throws: DefineCourse.Refusal.lessonsMissing) { try await define([], broken[0]) }
        await #expect(throws: DefineCourse.Refusal.lessonsMissing) {
            try await define(Array(repeating: lesson, count: 101), nil)
        }
        for question in broken {
            await #expect(throws: DefineCourse.Refusal.questionBroken) { try await define([lesson], question) }
        }
        await #expect(throws: Fault.self) {
            let define = DefineCourse(title: .example, about: .example, lessons: [lesson])
            _ = try await host.call(define, as: host.member("Ines"))
        }
    }
}
