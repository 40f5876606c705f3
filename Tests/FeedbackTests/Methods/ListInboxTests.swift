import Contract
import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct ListInboxTests {
    private func inbox(_ desk: Desk, _ request: ListInbox = ListInbox()) async throws -> [Submission.ID] {
        try await desk.call(request, as: desk.staff()).items.map(\.submission)
    }

    @Test(arguments: TestEngine.allCases)
    func theLeastTimeComesFirst(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines")
            let opinion = try await desk.submit(.opinion, as: ines).submission
            let question = try await desk.submit(.question, as: ines).submission
            let complaint = try await desk.submit(.complaint, as: ines).submission
            desk.clock.advance(by: .hours(30))
            let page = try await desk.call(ListInbox(), as: desk.staff())
            #expect(page.items.map(\.submission) == [complaint, question, opinion])
            #expect(page.items.map(\.timeLeft.wire) == [-21_600, 64_800, 324_000])
            #expect(try await inbox(desk, ListInbox(state: .overdue)) == [complaint])
            try await desk.reply(to: complaint)
            #expect(try await inbox(desk) == [question, opinion])
            #expect(try await inbox(desk, ListInbox(state: .overdue)).isEmpty)
            #expect(try await inbox(desk, ListInbox(state: .answered)) == [complaint])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func everyFilterNarrows(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let ines = desk.member("Ines")
            let plain = try await desk.submit(.question, as: ines).submission
            let full = SubmitFeedback(kind: .defect, text: .example, channel: .chat, idea: .example, campaign: .example)
            let marked = try await desk.call(full, as: ines).submission
            let theo = Actor.member(Cast.member("Theo"))
            let assign = AssignSubmission(submission: marked, assignee: theo, team: .example)
            _ = try await desk.call(assign, as: desk.staff())
            let filters: [ListInbox] = [
                ListInbox(kind: .defect), ListInbox(channel: .chat), ListInbox(assignee: theo),
                ListInbox(team: .example), ListInbox(isUnassigned: false), ListInbox(idea: .example),
                ListInbox(campaign: .example),
            ]
            for filter in filters { #expect(try await inbox(desk, filter) == [marked], "\(filter)") }
            #expect(try await inbox(desk, ListInbox(isUnassigned: true)) == [plain])
            #expect(try await inbox(desk, ListInbox(kind: .question, channel: .chat)).isEmpty)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func pagesMissAndRepeatNothing(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            var submitted: Set<Submission.ID> = []
            for _ in 0..<7 {
                submitted.insert(try await desk.submit(.question, as: desk.member("Ines")).submission)
            }
            var request = ListInbox(limit: try PageLimit(wire: 3))
            var seen: [Submission.ID] = []
            repeat {
                let page = try await desk.call(request, as: desk.staff())
                seen += page.items.map(\.submission)
                request.after = page.next
            } while request.after != nil
            #expect(seen.count == 7)
            #expect(Set(seen) == submitted)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesACursorOfAnotherList(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            await #expect(throws: ListInbox.Refusal.cursorUnknown) {
                try await desk.call(ListInbox(after: Cursor(key: "mem_01")), as: desk.staff())
            }
        }
    }
}
