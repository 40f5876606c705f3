import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct AssignSubmissionTests {
    @Test(arguments: TestEngine.allCases)
    func keepsTheHistory(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let id = try await desk.submit(.question, as: desk.member("Ines")).submission
            let team = try TeamName(wire: "Engineering")
            let first = AssignSubmission(submission: id, team: team, note: .example)
            _ = try await desk.call(first, as: desk.staff())
            desk.clock.advance(by: .hours(1))
            let second = AssignSubmission(submission: id, assignee: .member(Cast.member("Theo")), team: team)
            let record = try await desk.call(second, as: desk.backend())
            #expect(record.item.assignee == .member(Cast.member("Theo")))
            #expect(record.item.team == team)
            #expect(record.assignments.map(\.assignee) == [nil, .member(Cast.member("Theo"))])
            #expect(record.assignments.map(\.note) == [.example, nil])
            #expect(record.assignments.map(\.assignedBy) == [desk.staff().actor, desk.backend().actor])
            #expect(record.assignments[1].assignedAt == desk.clock.now)
            #expect(record.item.timeLeft.wire == 47 * 3600)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func assigningAgainToTheSameChangesNothing(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let id = try await desk.submit(.question, as: desk.member("Ines")).submission
            let request = AssignSubmission(submission: id, team: .example)
            let first = try await desk.call(request, as: desk.staff())
            #expect(try await desk.call(request, as: desk.staff()) == first)
            #expect(first.assignments.count == 1)
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesInOrder(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            await #expect(throws: AssignSubmission.Refusal.assigneeMissing) {
                try await desk.call(AssignSubmission(submission: .example), as: desk.staff())
            }
            await #expect(throws: AssignSubmission.Refusal.submissionUnknown) {
                try await desk.call(AssignSubmission(submission: .example, team: .example), as: desk.staff())
            }
        }
    }
}
