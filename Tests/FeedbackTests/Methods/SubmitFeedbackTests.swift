import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct SubmitFeedbackTests {
    @Test(arguments: TestEngine.allCases)
    func promisesByKind(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines")
            for (kind, hours) in [(SubmissionKind.complaint, 24), (.question, 48), (.opinion, 120)] {
                let view = try await desk.submit(kind, as: ines)
                #expect(view.dueAt == desk.clock.now + .hours(Int64(hours)))
                #expect(view.channel == .post)
            }
            let told = try await desk.published(FeedbackReceived.self)
            #expect(told.map(\.member) == [ines.member, ines.member, ines.member])
            #expect(told[0].dueAt == desk.clock.now + .hours(24))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func followsTheSettings(engine: TestEngine) async throws {
        let settings = ["WELLSPRING_FEEDBACK_ANSWER_COMPLAINT": "3600"]
        try await Desk.run(on: engine, settings: settings) { desk in
            let view = try await desk.submit(.complaint, as: desk.member("Ines"))
            #expect(view.dueAt == desk.clock.now + .hours(1))
        }
    }

    @Test(arguments: TestEngine.allCases)
    func staffRecordsWhatWasSaidByTelephone(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            try await desk.introduce("Ines")
            let request = SubmitFeedback(
                kind: .complaint,
                text: .example,
                channel: .telephone,
                member: Cast.member("Ines"),
                idea: .example,
                campaign: .example
            )
            let view = try await desk.call(request, as: desk.staff())
            #expect((view.idea, view.campaign) == (.example, .example))
            let record = try await desk.call(ReadSubmission(submission: view.submission), as: desk.staff())
            #expect(record.item.member == Cast.member("Ines"))
            #expect(record.item.recordedBy == desk.staff().actor)
            let mine = try await desk.call(ListMine(), as: desk.member("Ines"))
            #expect(mine.items.map(\.submission) == [view.submission])
            let client = try await desk.call(request, as: desk.backend())
            let byClient = try await desk.call(ReadSubmission(submission: client.submission), as: desk.staff())
            #expect(byClient.item.recordedBy == desk.backend().actor)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aBackendActsForAMember(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let acting = desk.backend().acting(for: Cast.member("Ines"))
            let view = try await desk.call(SubmitFeedback(kind: .opinion, text: .example, channel: .email), as: acting)
            let record = try await desk.call(ReadSubmission(submission: view.submission), as: desk.staff())
            #expect(record.item.member == Cast.member("Ines"))
            #expect(record.item.recordedBy == nil)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func isDoneOnce(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines").once("one")
            let first = try await desk.submit(.question, as: ines)
            desk.clock.advance(by: .minutes(1))
            #expect(try await desk.submit(.question, as: ines) == first)
            #expect(try await desk.published(FeedbackReceived.self).count == 1)
        }
    }

    /// Each call would be refused for the next reason too.
    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            var request = SubmitFeedback(kind: .opinion, text: .example, channel: .interview)
            await #expect(throws: SubmitFeedback.Refusal.memberMissing) {
                try await desk.call(request, as: desk.backend(scopes: ["feedback:write"]))
            }
            request.member = Cast.member("Nobody")
            await #expect(throws: SubmitFeedback.Refusal.behalfForbidden) {
                try await desk.call(request, as: desk.member("Omar"))
            }
            await #expect(throws: SubmitFeedback.Refusal.behalfForbidden) {
                try await desk.call(request, as: desk.backend(scopes: ["feedback:write"]))
            }
            await #expect(throws: SubmitFeedback.Refusal.memberUnknown) {
                try await desk.call(request, as: desk.staff())
            }
            request.member = nil
            await #expect(throws: SubmitFeedback.Refusal.channelNeedsStaff) {
                try await desk.call(request, as: desk.member("Omar"))
            }
            let told = try await desk.published(FeedbackReceived.self)
            #expect(told.isEmpty)
        }
    }
}
