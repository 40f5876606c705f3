public import ArgumentParser
public import FeedbackAPI
import Foundation

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the weekly report, or writes it to a file.")

    @OptionGroup var data: DataOptions
    @Option(name: .long, help: "json, markdown or html.") var format = ReportFormat.markdown
    @Option(name: .long, help: "An ISO week such as 2026-W47; the last that is over if not given.") var week: String?
    @Option(name: .long, help: "Where to write it; standard output if not given.") var output: String?

    func run() async throws {
        try await Failure.reporting {
            let calling = try Calling(data.directory)
            let report = try await calling.call(ReadWeeklyReport(week: week.map { try Week(wire: $0) }, format: format))
            let text = try Report.text(of: report)
            if let output { try Data(text.utf8).write(to: URL(fileURLWithPath: output)) } else { print(text) }
            await calling.close()
        }
    }

    static func text(of report: WeeklyReport) throws -> String {
        if let text = report.text { return text.wire }
        return try JSONText.pretty(report.figures)
    }
}

extension ReportFormat: ExpressibleByArgument {}
