import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct ReadSubmissionTests {
    @Test(arguments: TestEngine.allCases)
    func showsStaffEverything(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let id = try await desk.submit(.question, as: desk.member("Ines")).submission
            let replied = try await desk.reply(to: id)
            #expect(try await desk.call(ReadSubmission(submission: id), as: desk.staff()) == replied)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesAnUnknownOne(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            await #expect(throws: ReadSubmission.Refusal.submissionUnknown) {
                try await desk.call(ReadSubmission(submission: .example), as: desk.staff())
            }
        }
    }
}
