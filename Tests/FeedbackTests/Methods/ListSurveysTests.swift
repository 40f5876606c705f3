import FeedbackAPI
import Models
import Support
import Testing

@testable import Feedback

struct ListSurveysTests {
    @Test(arguments: TestEngine.allCases)
    func showsTheNewestFirst(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            let first = try await desk.openSurvey().survey
            desk.clock.advance(by: .days(6))
            let second = try await desk.openSurvey().survey
            desk.clock.advance(by: .days(2))
            let third = try await desk.openSurvey(opensAt: desk.clock.now + .days(1)).survey
            let (ines, staff) = (desk.member("Ines"), desk.staff())
            func list(_ request: ListSurveys, _ caller: TestCaller) async throws -> [Survey.ID] {
                try await desk.call(request, as: caller).items.map(\.survey)
            }
            #expect(try await list(ListSurveys(), ines) == [second, first])
            #expect(try await list(ListSurveys(), staff) == [third, second, first])
            #expect(try await list(ListSurveys(state: .open), ines) == [second])
            #expect(try await list(ListSurveys(state: .closed), staff) == [first])
            #expect(try await list(ListSurveys(state: .scheduled), ines).isEmpty)
            #expect(try await list(ListSurveys(state: .scheduled), staff) == [third])
            let page = try await desk.call(ListSurveys(limit: try PageLimit(wire: 1)), as: ines)
            #expect(try await list(ListSurveys(after: page.next), ines) == [first])
        }
    }

    @Test(arguments: TestEngine.allCases)
    func refusesACursorOfAnotherList(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            await #expect(throws: ListSurveys.Refusal.cursorUnknown) {
                try await desk.call(ListSurveys(after: Cursor(key: "fbk_01")), as: desk.staff())
            }
        }
    }
}
