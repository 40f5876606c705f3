import Contract
public import FeedbackAPI
public import Hosting
import IdeasAPI
import Logging
public import Models
import TypedSQL

extension ReadWeeklyReport: Handled {
    public func respond(to staff: StaffMember, in context: Context<FeedbackService>) async throws -> WeeklyReport {
        let now = context.now
        let week = week ?? Week(of: now.day).previous
        guard week.start <= now else { throw Refusal.weekNotBegun }
        var builder = try await context.read { transaction in
            ReportBuilder(
                facts: try transaction.facts(of: week, at: now),
                previous: week.end <= now ? try transaction.facts(of: week.previous, at: now) : nil,
                generatedAt: now,
                lists: try transaction.lists(of: week, at: now)
            )
        }
        builder.lists.name(await titles(of: builder.lists.ideas, in: context))
        return try Self.write(builder.report(), as: format ?? .json)
    }

    /// A report without titles is better than none, so the ideas keep their ids where nobody can be asked.
    private func titles(of ideas: [Idea.ID], in context: Context<FeedbackService>) async -> [Idea.ID: Title] {
        if ideas.isEmpty { return [:] }
        do {
            if let titles = context.service.titles { return try await titles(ideas) }
            guard let client = context.client(of: IdeasInterface.self) else { return [:] }
            return try await IdeaLookup.titles(of: ideas, from: client)
        } catch {
            context.log.warning("the report names ideas by their ids", metadata: ["error": "\(type(of: error))"])
            return [:]
        }
    }

    private static func write(_ report: ReportFigures, as format: ReportFormat) throws -> WeeklyReport {
        var reply = WeeklyReport(week: report.week, format: format, generatedAt: report.generatedAt)
        switch format {
        case .json: reply.figures = report
        case .markdown: reply.text = try ReportText(wire: ReportMarkdown(report: report).document)
        case .html: reply.text = try ReportText(wire: ReportPage(report: report).document.source)
        }
        return reply
    }
}
