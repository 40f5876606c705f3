public import Contract
public import FeedbackAPI
public import Hosting
import Models
public import TypedSQL

/// The titles of ideas, as far as somebody knows them.
typealias IdeaTitles = @Sendable ([Idea.ID]) async throws -> [Idea.ID: Title]

/// Feedback and reporting.
public struct FeedbackService: HostedService {
    public typealias Interface = FeedbackInterface

    public static let title = "Feedback and reporting"
    public static let summary = """
        Takes up what members say, promises an answer by a stated moment and shows who keeps the promise; asks members \
        in surveys and tells what they answered with its uncertainty; and reports each week what happened in the \
        community, from the events of all services.
        """
    public static let migrations: [Migration] = FeedbackMigrations.all
    public static let endpoints: [Endpoint<FeedbackService>] = [
        Endpoint(SubmitFeedback.self), Endpoint(AssignSubmission.self), Endpoint(ReplyToSubmission.self),
        Endpoint(ReadSubmission.self), Endpoint(ListInbox.self), Endpoint(ListMine.self), Endpoint(OpenSurvey.self),
        Endpoint(ViewSurvey.self), Endpoint(ListSurveys.self), Endpoint(AnswerSurvey.self),
        Endpoint(ReadFrequencyTable.self), Endpoint(ListSurveyTexts.self), Endpoint(ReadWeeklyReport.self),
    ]
    public static let events: [any Event.Type] = [
        FeedbackReceived.self, FeedbackAnswered.self, SurveyOpened.self, SurveyAnswered.self,
    ]
    public static let duties: [Duty<FeedbackService>] = [
        Duty("announce-surveys", every: .seconds(30)) { context in try await SurveyAnnouncement.perform(in: context) }
    ]

    let settings: FeedbackSettings
    /// Where the report gets the titles of ideas, instead of from the service that has them.
    let titles: IdeaTitles?

    public init(settings: FeedbackSettings) throws { self.init(settings: settings, titles: nil) }

    init(settings: FeedbackSettings, titles: IdeaTitles?) {
        self.settings = settings
        self.titles = titles
    }
}
