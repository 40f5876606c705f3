import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct ListMineTests {
    @Test(arguments: TestEngine.allCases)
    func showsOnesOwnNewestFirst(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let (ines, omar) = (desk.member("Ines"), desk.member("Omar"))
            var mine: [Submission.ID] = []
            for _ in 0..<5 {
                mine.append(try await desk.submit(.question, as: ines).submission)
                try await desk.submit(.question, as: omar)
                desk.clock.advance(by: .minutes(1))
            }
            try await desk.reply(to: mine[4])
            var request = ListMine(limit: try PageLimit(wire: 2))
            var seen: [SubmissionView] = []
            repeat {
                let page = try await desk.call(request, as: ines)
                seen += page.items
                request.after = page.next
            } while request.after != nil
            #expect(seen.map(\.submission) == mine.reversed())
            #expect(seen.map(\.replies.count) == [1, 0, 0, 0, 0])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func anothersIsLikeNone(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let id = try await desk.submit(.question, as: desk.member("Omar")).submission
            for submission in [id, .example] {
                await #expect(throws: ListMine.Refusal.submissionUnknown) {
                    try await desk.call(ListMine(submission: submission), as: desk.member("Ines"))
                }
            }
            #expect(try await desk.call(ListMine(), as: desk.member("Ines")).items.isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesACursorOfAnotherListFirst(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let request = ListMine(submission: .example, after: Cursor(key: "srv_01"))
            await #expect(throws: ListMine.Refusal.cursorUnknown) {
                try await desk.call(request, as: desk.member("Ines"))
            }
        }
    }
}

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
