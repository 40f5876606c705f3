import Contract
import FeedbackAPI
import Hosting
import IdeasAPI
import IdentityAPI
import Models
import RPC
import RewardsAPI
import TypedSQL

/// The log of another service, and how what earns is read from it.
struct ReconciledSource: Sendable {
    let service: any ServiceInterface.Type
    let readings: [String: EarningReading]
    /// The events after a position; nil where the service is not connected.
    let page: @Sendable (LogPosition) async throws -> [EventRecord]?

    init<Source: ServiceInterface>(
        _ source: Source.Type,
        _ readings: [EarningReading],
        in context: Context<RewardsService>
    ) {
        let client = context.client(of: source)
        self.init(source, readings) { position in
            try await client?.call(ReadEvents<Source>(after: position, limit: PageLimit(wire: 500))).events
        }
    }

    init<Source: ServiceInterface>(
        _ source: Source.Type,
        _ readings: [EarningReading],
        page: @escaping @Sendable (LogPosition) async throws -> [EventRecord]?
    ) {
        service = source
        self.readings = Dictionary(readings.map { ($0.name, $0) }) { first, _ in first }
        self.page = page
    }

    static func all(in context: Context<RewardsService>) -> [ReconciledSource] {
        [
            ReconciledSource(IdentityInterface.self, RewardsService.identityEarnings, in: context),
            ReconciledSource(IdeasInterface.self, RewardsService.ideasEarnings, in: context),
            ReconciledSource(FeedbackInterface.self, RewardsService.feedbackEarnings, in: context),
        ]
    }
}
