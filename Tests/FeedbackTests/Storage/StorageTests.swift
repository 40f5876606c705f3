import FeedbackAPI
import Hosting
import Models
import Support
import Testing
import TypedSQL

@testable import Feedback

struct StorageTests {
    /// A reserved word, a misspelt column or a type that does not fit shows here, on the engine that minds.
    @Test(arguments: TestEngine.allCases)
    func everyStatementIsUnderstood(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            try await desk.read { transaction in
                for sample in FeedbackStorage.samples { try transaction.prepare(sample) }
            }
        }
    }

    @Test(arguments: TestEngine.allCases)
    func aSubmissionComesBackAsItWas(engine: TestEngine) async throws {
        try await Desk.run(on: engine) { desk in
            try await desk.host.context().write { work in _ = try work.run(SubmissionTable.insert(.example)) }
            #expect(try await desk.read { try $0.one(SubmissionTable.find(.example)) } == .example)
        }
    }
}
