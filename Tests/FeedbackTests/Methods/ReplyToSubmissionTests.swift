import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct ReplyToSubmissionTests {
    @Test(arguments: TestEngine.allCases)
    func theFirstAnswerStopsTheClock(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines")
            let id = try await desk.submit(.complaint, as: ines).submission
            desk.clock.advance(by: .hours(4))
            let request = ReplyToSubmission(submission: id, text: .example, qualities: [.emotional, .emotional])
            let first = try await desk.call(request, as: desk.staff())
            let answeredAt = desk.clock.now
            #expect(first.item.answeredAt == answeredAt)
            #expect(first.item.timeLeft.wire == 20 * 3600)
            #expect(first.replies.map(\.qualities) == [[.emotional]])
            desk.clock.advance(by: .hours(30))
            let second = try await desk.reply(to: id)
            #expect(second.item.answeredAt == answeredAt)
            #expect(second.item.timeLeft.wire == 20 * 3600)
            #expect(second.replies.map(\.qualities) == [[.emotional], []])
            let told = try await desk.published(FeedbackAnswered.self)
            #expect(told.map(\.submission) == [id])
            #expect((told[0].member, told[0].after, told[0].isInTime) == (ines.member, .hours(4), true))
            let seen = try await desk.call(ListMine(submission: id), as: ines)
            #expect(seen.items[0].replies.map(\.repliedAt) == [answeredAt, desk.clock.now])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aLateAnswerStaysAMiss(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let id = try await desk.submit(.complaint, as: desk.member("Ines")).submission
            desk.clock.advance(by: Seconds(24 * 3600 + 1))
            let record = try await desk.reply(to: id)
            #expect(record.item.timeLeft.wire == -1)
            #expect(try await desk.published(FeedbackAnswered.self).map(\.isInTime) == [false])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func theLastMomentIsInTime(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let id = try await desk.submit(.complaint, as: desk.member("Ines")).submission
            desk.clock.advance(by: .hours(24))
            try await desk.reply(to: id)
            #expect(try await desk.published(FeedbackAnswered.self).map(\.isInTime) == [true])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            await #expect(throws: ReplyToSubmission.Refusal.submissionUnknown) { try await desk.reply(to: .example) }
            let id = try await desk.submit(.question, as: desk.staff()).submission
            await #expect(throws: ReplyToSubmission.Refusal.ownSubmission) { try await desk.reply(to: id) }
            #expect(try await desk.published(FeedbackAnswered.self).isEmpty)
        }
    }
}
